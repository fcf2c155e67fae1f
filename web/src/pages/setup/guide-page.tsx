import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { GuideList } from "../../core/guide-office";
import { spoken } from "../../core/messages/language";
import { show } from "../../core/tenant/language";
import { Button } from "../../ui/button";
import { Select } from "../../ui/field";
import { Page } from "../../ui/page";
import { EmptyState, Loading } from "../../ui/state";
import { useCore } from "../core";
import { Frame, SetupNav } from "../staff/frame";
import { useLoaded } from "../staff/loaded";
import { useOffice } from "../staff/office";
import { Problem } from "../staff/problem";
import { st } from "../staff/words";
import { GuideEntry } from "./guide-entry";
import { GuideLanguages } from "./guide-languages";
import { GuideUnverified } from "./guide-unverified";
import { gt } from "./guide-words";
import { PartnerEditor, PartnerView } from "./partner-editor";
import { RuleEditor, RuleView } from "./rule-editor";
import "./setup.css";
import "./guide.css";

/** What tenants read without an account, and who keeps it true. */
export default function GuidePage() {
  const office = useOffice();
  const role = useCore().session.account.value?.role;
  const mayWrite = role !== "caretaker";
  const district = useSignal("");
  const editing = useSignal<{ list: GuideList; id: string } | null>(null);
  const guide = useLoaded(() => office.guide.list(district.value || null), district.value);
  const late = useLoaded(() => office.guide.unverified());
  const all = guide.value.value;
  useEffect(() => {
    // What tenants read around the guide is in the reader's language too.
    void show(spoken).catch(() => {});
  }, []);
  const add = (list: GuideList) => (editing.value = { list, id: office.newId() });
  const close = () => (editing.value = null);
  const reload = async () => {
    await Promise.all([guide.load(), late.load()]);
  };
  if (editing.value && all) {
    const { list, id } = editing.value;
    const props = { id, reload, close };
    return (
      <Frame>
        {list === "partners" ? (
          <PartnerEditor {...props} entry={all.partners.find((one) => one.id === id) ?? null} />
        ) : (
          <RuleEditor
            {...props}
            entry={all.rules.find((one) => one.id === id) ?? null}
            last={Math.max(0, ...all.rules.map((one) => one.position))}
          />
        )}
      </Frame>
    );
  }
  return (
    <Frame>
      <Page wide title={gt("guide.title")} under={<SetupNav />}>
        <p class="soft">
          {gt("guide.intro")} {!mayWrite && gt("guide.readOnly")}
        </p>
        {role !== "admin" && (
          <div>
            <Button icon="download" href="/setup/print">
              {gt("guide.print")}
            </Button>
          </div>
        )}
        <div class="people-search">
          <Select
            label={gt("guide.district")}
            value={district.value}
            options={[
              { value: "", label: gt("guide.everywhere") },
              ...office.districts.value.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(value) => (district.value = value)}
          />
        </div>
        <Problem problem={guide.problem.value} again={() => void reload()} />
        {all === null && guide.problem.value === null && <Loading label={st("staff.loading")} />}
        <GuideUnverified late={late} reload={reload} mayWrite={mayWrite} />
        {all && (
          <div class="split">
            <div class="stack-wide">
              <section class="stack" aria-labelledby="guide-partners">
                <h2 id="guide-partners">{gt("guide.partners")}</h2>
                {mayWrite && (
                  <div>
                    <Button icon="plus" onClick={() => add("partners")}>
                      {gt("guide.add.partners")}
                    </Button>
                  </div>
                )}
                {all.partners.length === 0 && (
                  <EmptyState icon="phone" title={gt("guide.noPartners")}>
                    <p>{gt("guide.noPartnersText")}</p>
                  </EmptyState>
                )}
                <ul class="list">
                  {all.partners.map((entry) => (
                    <GuideEntry
                      key={entry.id}
                      entry={entry}
                      name={entry.name}
                      kind={entry.kind}
                      reload={reload}
                      {...(mayWrite
                        ? { edit: () => (editing.value = { list: "partners", id: entry.id }) }
                        : { view: <PartnerView entry={entry} /> })}
                    />
                  ))}
                </ul>
              </section>
            </div>
            <div class="stack-wide">
              <section class="stack" aria-labelledby="guide-rules">
                <h2 id="guide-rules">{gt("guide.rules")}</h2>
                {mayWrite && (
                  <div>
                    <Button icon="plus" onClick={() => add("rules")}>
                      {gt("guide.add.rules")}
                    </Button>
                  </div>
                )}
                {all.rules.length === 0 && (
                  <EmptyState icon="list" title={gt("guide.noRules")}>
                    <p>{gt("guide.noRulesText")}</p>
                  </EmptyState>
                )}
                <ul class="list">
                  {all.rules.map((entry) => (
                    <GuideEntry
                      key={entry.id}
                      entry={entry}
                      name={entry.title}
                      pictogram={entry.pictogram}
                      reload={reload}
                      {...(mayWrite
                        ? { edit: () => (editing.value = { list: "rules", id: entry.id }) }
                        : { view: <RuleView entry={entry} /> })}
                    />
                  ))}
                </ul>
              </section>
              {mayWrite && <GuideLanguages languages={all.languages} reload={reload} />}
            </div>
          </div>
        )}
      </Page>
    </Frame>
  );
}
