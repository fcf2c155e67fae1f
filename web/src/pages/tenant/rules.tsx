import { useState } from "preact/hooks";
import type { Rule } from "../../core/tenant/index";
import { language, t } from "../../core/tenant/language";
import { search } from "../../core/tenant/rules";
import { Field } from "../../ui/field";
import { Page } from "../../ui/page";
import { EmptyState } from "../../ui/state";
import { Age } from "./age";
import { useTenant } from "./context";
import { NoDistrict } from "./no-district";
import { usePlaceName } from "./place-name";
import { RuleEntry } from "./rule-entry";

/** Below this a list is read faster than it is searched. */
const searchFrom = 4;

/** The rules of one's own building first, then those of the district. */
export default function Rules() {
  const { guides, places } = useTenant();
  const [words, setWords] = useState("");
  const place = usePlaceName();
  const home = places.home.value;
  const rules = guides.guide.value?.rules ?? [];
  const found = search(rules, words, language.value);
  const own = home?.complex ?? null;
  const others = [...new Set(found.map(({ complex }) => complex))].filter(
    (complex) => complex !== null && complex !== own,
  ) as string[];
  const of = (complex: string | null) => found.filter((rule) => rule.complex === complex);
  const titled = (complex: string) =>
    t("rules.complex", { place: places.complex(complex)?.name ?? "…" });

  return (
    <Page
      title={t("rules.title")}
      back={{ href: "/", label: t("shell.back"), trail: true }}
      under={place && <p class="soft" dir="auto">{place}</p>}
    >
      <NoDistrict />
      {rules.length >= searchFrom && (
        <div role="search">
          <Field label={t("rules.search")} type="search" value={words} onInput={setWords} />
          <p class="unseen" role="status">
            {words ? t("rules.found", { count: found.length }) : ""}
          </p>
        </div>
      )}
      {guides.guide.value && rules.length === 0 && <EmptyState icon="book" title={t("rules.none")} />}
      {rules.length > 0 && found.length === 0 && (
        <EmptyState icon="search" title={t("rules.none-found")} />
      )}
      {own && <Group title={titled(own)} rules={of(own)} />}
      <Group title={t("rules.district")} rules={of(null)} />
      {own === null &&
        others.map((complex) => <Group key={complex} title={titled(complex)} rules={of(complex)} />)}
      {own !== null && others.length > 0 && (
        <details class="others">
          <summary>{t("rules.other-place")}</summary>
          <div class="stack-wide">
            {others.map((complex) => (
              <Group key={complex} title={titled(complex)} rules={of(complex)} />
            ))}
          </div>
        </details>
      )}
      {home && <Age />}
    </Page>
  );
}

function Group({ title, rules }: { title: string; rules: Rule[] }) {
  if (rules.length === 0) return null;
  return (
    <section class="stack">
      <h2 dir="auto">{title}</h2>
      <ul class="list">
        {rules.map((rule) => (
          <RuleEntry key={rule.id} rule={rule} />
        ))}
      </ul>
    </section>
  );
}
