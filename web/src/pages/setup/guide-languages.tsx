import type { Checked, Language } from "../../core/tenant/values";
import { Check } from "../../ui/field";
import { announce } from "../../ui/live";
import { Notice } from "../../ui/notice";
import { useOffice } from "../staff/office";
import { useTask } from "../task";
import { gt, languageName, others } from "./guide-words";

/** Of which languages somebody who grew up with it has read the fixed texts. */
export function GuideLanguages(props: { languages: Checked[]; reload: () => Promise<void> }) {
  const office = useOffice();
  const task = useTask();
  const set = (language: Language, checked: boolean) =>
    task.run(async () => {
      await office.guide.setRead(language, checked);
      announce(gt("guide.ticked"));
      await props.reload();
    });
  const isRead = (language: Language) =>
    props.languages.find((one) => one.code === language)?.checked ?? false;
  return (
    <section class="stack" aria-labelledby="guide-languages">
      <h2 id="guide-languages">{gt("guide.languages")}</h2>
      <p class="soft">{gt("guide.languagesText")}</p>
      <div>
        {others.map((language) => (
          <Check
            key={language}
            label={gt("guide.readFixed", { language: languageName(language) })}
            checked={isRead(language)}
            onChange={(on) => void set(language, on)}
          />
        ))}
      </div>
      {task.error && (
        <Notice kind="error">
          <p>{task.error}</p>
        </Notice>
      )}
    </section>
  );
}
