import { useState } from "preact/hooks";
import type { RoundKind } from "../../core/index";
import { Choice } from "../../ui/choice";
import { Check, Field, Select } from "../../ui/field";
import { More } from "../../ui/list";
import { useCore } from "../core";
import { rt } from "./words";

export interface Told {
  district: string;
  kind: RoundKind;
  route: string;
  complexes: string[];
}

const few = 8;

/** What a plan and a start have in common. */
export function RoundFields(props: { told: Told; onChange: (changes: Partial<Told>) => void }) {
  const core = useCore();
  const { told, onChange } = props;
  const mine = core.session.account.value?.districts ?? [];
  const districts = core.places.districts.value.filter(({ id }) => mine.includes(id));
  return (
    <>
      {districts.length > 1 && (
        <Select
          label={rt("begin.district")}
          value={told.district}
          options={districts.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(district) => onChange({ district, complexes: [] })}
        />
      )}
      <Choice
        legend={rt("begin.kind")}
        value={told.kind}
        options={[
          { value: "weekly", label: rt("round.weekly"), icon: "route" },
          {
            value: "inspection",
            label: rt("round.inspection"),
            hint: rt("begin.inspection-hint"),
            icon: "list",
          },
        ]}
        onChange={(kind) => onChange({ kind: kind as RoundKind })}
      />
      <Field
        label={rt("begin.route")}
        hint={rt("begin.route-hint")}
        value={told.route}
        maxLength={200}
        onInput={(route) => onChange({ route })}
      />
      <Complexes told={told} onChange={onChange} />
    </>
  );
}

function Complexes(props: { told: Told; onChange: (changes: Partial<Told>) => void }) {
  const { told, onChange } = props;
  const [words, setWords] = useState("");
  const all = useCore().places.complexes.value.filter(({ district }) => district === told.district);
  const wanted = words.trim().toLowerCase();
  const found = all
    .filter(({ id, name, street }) => {
      if (told.complexes.includes(id)) return true;
      return wanted === "" || `${name} ${street}`.toLowerCase().includes(wanted);
    })
    .slice(0, Math.max(few, told.complexes.length) + (wanted ? few : 0));
  return (
    <More
      icon="office"
      title={rt("begin.complexes")}
      now={rt("begin.complexes-now", { count: told.complexes.length })}
    >
      {all.length === 0 && <p>{rt("begin.complexes-none")}</p>}
      {all.length > few && (
        <Field
          label={rt("begin.complexes-find")}
          type="search"
          value={words}
          onInput={setWords}
        />
      )}
      {found.map(({ id, name }) => (
        <Check
          key={id}
          label={name}
          checked={told.complexes.includes(id)}
          onChange={(on) => {
            const others = told.complexes.filter((one) => one !== id);
            onChange({ complexes: on ? [...others, id] : others });
          }}
        />
      ))}
    </More>
  );
}

/** The district of a fresh form: one's own first. */
export function useTold(start?: Partial<Told>) {
  const core = useCore();
  const own = core.session.account.value?.districts[0] ?? "";
  const [told, setTold] = useState<Told>({
    district: own,
    kind: "weekly",
    route: "",
    complexes: [],
    ...start,
  });
  return [told, (changes: Partial<Told>) => setTold({ ...told, ...changes })] as const;
}
