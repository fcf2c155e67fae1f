import { useEffect, useState } from "preact/hooks";
import type { Item } from "../../core/index";
import { t } from "../../core/messages/index";
import { Button } from "../../ui/button";
import { TextArea } from "../../ui/field";
import { announce } from "../../ui/live";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { CategoryTiles } from "../draft/category-tiles";
import { More } from "../../ui/list";
import { useCore } from "../core";
import { useTask } from "../task";
import { differences } from "./differences";
import { TellMore, type Told } from "./fields";
import { categoryIcon, categoryLabel } from "./naming";
import { Warnings } from "./warnings";

/** Changing an observation, or only merging its two texts into one. */
export function Change(props: { item: Item; only: "all" | "text"; onLeave: () => void }) {
  const { item, only, onLeave } = props;
  const core = useCore();
  const merging = only === "text";
  const before: Told & { category: string } = {
    category: item.category,
    text: item.text,
    urgency: item.urgency,
    place: item.place,
    visit: item.visit,
    wantsHelp: item.wantsHelp,
  };
  // What stood here when one began: a pull meanwhile is no change of one's own.
  const [start] = useState(before);
  const [told, setTold] = useState(() =>
    merging
      ? { ...before, text: [item.text, ...item.otherTexts.map((one) => one.text)].join("\n\n") }
      : before,
  );
  const [nothing, setNothing] = useState(false);
  const task = useTask();
  useEffect(() => announce(""), []);
  const change = (changes: Partial<typeof told>) => setTold((now) => ({ ...now, ...changes }));

  const save = async () => {
    // A merged text may equal one of the two, and is a decision all the same.
    const changes = merging ? { text: told.text } : differences(start, told);
    setNothing(Object.keys(changes).length === 0);
    if (Object.keys(changes).length === 0) return;
    const done = await task.run(() => core.observations.amend(item.id, changes));
    if (!done) return;
    onLeave();
    announce(t("observation.changed"));
  };

  return (
    <Page
      key={only}
      title={t(merging ? "observation.merge-title" : "observation.change-title")}
      back={{ label: t("shell.cancel"), onBack: onLeave }}
      bar={
        <Button kind="main" icon="check" wide busy={task.busy} onClick={() => void save()}>
          {t(merging ? "observation.merge-save" : "observation.change-save")}
        </Button>
      }
    >
      {(task.error || nothing) && (
        <Notice kind={nothing ? "info" : "error"}>
          <p role={nothing ? "status" : undefined}>{task.error ?? t("observation.change-nothing")}</p>
        </Notice>
      )}
      {merging ? (
        <>
          <TextArea
            label={t("text.label")}
            hint={t("text.hint")}
            rows={9}
            value={told.text}
            onInput={(text) => change({ text })}
          />
          <Warnings text={told.text} />
        </>
      ) : (
        <div>
          <More
            icon={categoryIcon(core, told.category)}
            title={t("category.title")}
            now={categoryLabel(core, told.category)}
          >
            <CategoryTiles
              chosen={told.category}
              onChoose={(category) => change({ category })}
            />
          </More>
          <TellMore told={told} open onChange={change} />
        </div>
      )}
    </Page>
  );
}
