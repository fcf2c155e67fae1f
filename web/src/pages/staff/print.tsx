import { useState } from "preact/hooks";
import { names, type Language } from "../../core/tenant/language";
import { Button } from "../../ui/button";
import { Select } from "../../ui/field";
import { useCore } from "../core";
import { st } from "./words";

/** Posters and door cards as PDF, for one complex or for all that somebody looks after. */
export default function Print(props: { bare?: boolean }) {
  const { districts, complexes } = useCore().places;
  const [district, setDistrict] = useState("");
  const [complex, setComplex] = useState("");
  const [language, setLanguage] = useState("nl");
  const inDistrict = complexes.value.filter((one) => !district || one.district === district);
  const query = new URLSearchParams();
  if (complex) query.set("complex", complex);
  else if (district) query.set("district", district);
  const cards = new URLSearchParams(query);
  cards.set("language", language);
  return (
    <section class="stack print">
      {!props.bare && <h2>{st("print.title")}</h2>}
      <p>{st("print.what")}</p>
      <Select
        label={st("print.district")}
        value={district}
        onChange={(value) => {
          setDistrict(value);
          setComplex("");
        }}
        options={[
          { value: "", label: st("print.all") },
          ...districts.value.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Select
        label={st("print.complex")}
        value={complex}
        onChange={setComplex}
        options={[
          { value: "", label: st("print.all") },
          ...inDistrict.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Button icon="download" wide href={`/api/posters?${query}`} download="posters.pdf">
        {st("print.posters")}
      </Button>
      <Select
        label={st("print.language")}
        value={language}
        onChange={setLanguage}
        options={(Object.keys(names) as Language[]).map((one) => ({
          value: one,
          label: one === "nl" ? st("print.dutch") : names[one],
        }))}
      />
      <Button icon="download" wide href={`/api/door-cards?${cards}`} download="kaartjes.pdf">
        {st("print.cards")}
      </Button>
    </section>
  );
}
