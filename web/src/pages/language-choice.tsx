import { useState } from "preact/hooks";
import { t } from "../core/messages/index";
import { spoken, type Spoken } from "../core/messages/language";
import { openIn } from "../core/messages/words";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { isWriting } from "../writing";
import { useTask } from "./task";

const names: Record<Spoken, string> = { nl: "Nederlands", en: "English" };

/** Each in its own language: whoever cannot read this page must find the other one. */
export function LanguageChoice(props: { beforeReload?: () => void }) {
  const task = useTask();
  const [waits, setWaits] = useState(false);
  const choose = (wanted: Spoken) => {
    if (wanted === spoken) return;
    setWaits(isWriting());
    if (isWriting()) return;
    void task.run(() => openIn(wanted, props.beforeReload));
  };
  const problem = waits ? t("shell.language-busy") : task.error;
  return (
    <div class="stack">
      <div class="row" role="group" aria-label={t("shell.language")}>
        <Icon name="globe" />
        {(Object.keys(names) as Spoken[]).map((one) => (
          <Button key={one} pressed={one === spoken} onClick={() => choose(one)}>
            <span lang={one}>{names[one]}</span>
          </Button>
        ))}
      </div>
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}
