import type { ComponentChildren } from "preact";
import type { Entry } from "../../core/guide-office";
import { Button } from "../../ui/button";
import { Chip } from "../../ui/chip";
import { Icon } from "../../ui/icon";
import { More } from "../../ui/list";
import { announce } from "../../ui/live";
import { Notice } from "../../ui/notice";
import { useOffice } from "../staff/office";
import { fullTime } from "../staff/words";
import { useTask } from "../task";
import { partnerIcon } from "../tenant/partner-icons";
import { Pictogram } from "../tenant/pictogram";
import { gt, kindName, placeName, verifiedOn } from "./guide-words";

type Shown = Entry & { district: string | null; complex?: string | null };

/** One line of the guide: what it is, for whom, and what still has to be done about it. */
export function GuideEntry(props: {
  entry: Shown;
  name: string;
  /** Of a partner. */
  kind?: string;
  /** Of a rule. */
  pictogram?: string;
  reload: () => Promise<void>;
  edit?: () => void;
  /** In the place of changing it: what tenants see. */
  view?: ComponentChildren;
}) {
  const { entry, name, kind } = props;
  const office = useOffice();
  const task = useTask();
  const said = Object.values(entry.translations);
  const verify = () =>
    task.run(async () => {
      await office.guide.verify(entry.id);
      announce(gt("guide.verifiedNow", { name }));
      await props.reload();
    });
  return (
    <li class="guide-entry">
      {kind ? <Icon name={partnerIcon(kind)} /> : <Pictogram name={props.pictogram ?? ""} />}
      <div class="guide-entry-what">
        <strong dir="auto">{name}</strong>
        <span class="small soft" dir="auto">
          {kind && `${kindName(kind)} · `}
          {placeName(office, entry)}
        </span>
        <span class="small soft">
          {gt("guide.translated", {
            count: said.length,
            read: said.filter((one) => one.checked).length,
          })}
        </span>
        {kind && <span class="small soft">{verifiedOn(entry.verifiedAt)}</span>}
        {entry.state === "withdrawn" && <Chip icon="eye-off">{gt("guide.withdrawn")}</Chip>}
        {entry.state === "planned" && (
          <Chip icon="waiting">{gt("guide.planned", { time: fullTime(entry.publishAt) })}</Chip>
        )}
        {said.some((one) => one.stale) && <Chip icon="history">{gt("guide.stale")}</Chip>}
      </div>
      {props.edit && (
        <div class="guide-entry-do">
          <Button label={gt("guide.editName", { name })} onClick={props.edit}>
            {gt("guide.edit")}
          </Button>
          {kind && (
            <Button
              kind="quiet"
              icon="check"
              busy={task.busy}
              label={gt("guide.verifyName", { name })}
              onClick={() => void verify()}
            >
              {gt("guide.verify")}
            </Button>
          )}
        </div>
      )}
      {props.view && (
        <div class="guide-entry-view">
          <More icon="eye" title={gt("guide.look")}>
            {props.view}
          </More>
        </div>
      )}
      {task.error && (
        <Notice kind="error">
          <p>{task.error}</p>
        </Notice>
      )}
    </li>
  );
}
