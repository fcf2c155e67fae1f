import { useState } from "preact/hooks";
import type { Home } from "../../core/tenant/index";
import { t } from "../../core/tenant/language";
import { findPostcode, type Found } from "../../core/tenant/postcode";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { useTenant } from "./context";

/** The postcode is looked up on the phone itself. */
export function PostcodeForm({ onChosen }: { onChosen: (home: Home) => void }) {
  const { places } = useTenant();
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<Found | null>(null);
  const example = places.districts.value[0]?.complexes[0]?.postcode ?? "1234 AB";
  const look = (event: Event) => {
    event.preventDefault();
    const result = findPostcode(typed, places.districts.value);
    const one = result.kind === "complexes" && result.complexes.length === 1 && result.complexes[0];
    if (one) onChosen({ district: one.district.id, complex: one.complex.id });
    else setFound(result);
  };
  const error = found?.kind === "malformed" ? t("district.postcode-wrong") : null;
  return (
    <form class="stack" noValidate onSubmit={look}>
      <Field
        label={t("district.postcode")}
        hint={t("district.postcode-hint", { example })}
        name="postcode"
        autocomplete="postal-code"
        capitalize="characters"
        spellcheck={false}
        value={typed}
        error={error}
        onInput={(value) => {
          setTyped(value);
          setFound(null);
        }}
      />
      <Button kind="main" icon="search" type="submit" wide>
        {t("district.find")}
      </Button>
      {found && found.kind !== "malformed" && <Result found={found} onChosen={onChosen} />}
    </form>
  );
}

function Result(props: { found: Exclude<Found, { kind: "malformed" }>; onChosen: (home: Home) => void }) {
  const { found, onChosen } = props;
  if (found.kind === "elsewhere") {
    return (
      <Notice kind="error">
        <p>{t("district.postcode-elsewhere")}</p>
      </Notice>
    );
  }
  const options =
    found.kind === "complexes"
      ? found.complexes.map(({ district, complex }) => ({
          home: { district: district.id, complex: complex.id },
          label: `${complex.name}, ${complex.street} ${complex.numbers}`,
        }))
      : found.districts.map(({ id, name }) => ({ home: { district: id, complex: null }, label: name }));
  return (
    <div class="stack" role="status">
      <p>{t(found.kind === "complexes" ? "district.postcode-many" : "district.postcode-near")}</p>
      {options.map(({ home, label }) => (
        <Button key={home.complex ?? home.district} wide icon="place" onClick={() => onChosen(home)}>
          {label}
        </Button>
      ))}
    </div>
  );
}
