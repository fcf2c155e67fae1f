import { useState } from "preact/hooks";
import { Button } from "../../ui/button";
import { Select } from "../../ui/field";
import { useCore } from "../core";
import { st } from "./words";

/** Posters and door cards as PDF, for one complex or for all that somebody looks after. */
export default function Print() {
  const { districts, complexes } = useCore().places;
  const [district, setDistrict] = useState("");
  const [complex, setComplex] = useState("");
  const inDistrict = complexes.value.filter((one) => !district || one.district === district);
  const query = new URLSearchParams();
  if (complex) query.set("complex", complex);
  else if (district) query.set("district", district);
  const address = (what: string) => `/api/${what}?${query}`;
  return (
    <section class="stack">
      <h2>{st("print.title")}</h2>
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
      <Button icon="download" wide href={address("posters")} download="posters.pdf">
        {st("print.posters")}
      </Button>
      <Button icon="download" wide href={address("door-cards")} download="kaartjes.pdf">
        {st("print.cards")}
      </Button>
    </section>
  );
}
