import { useSignal } from "@preact/signals";
import type { ConcernLine } from "../../core/concerns";
import { moment } from "../../core/messages/moment";
import { match, navigate, route } from "../../router";
import { Button } from "../../ui/button";
import { Chip } from "../../ui/chip";
import { Entry, List } from "../../ui/list";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { EmptyState, Loading } from "../../ui/state";
import { useCore } from "../core";
import { Frame } from "../staff/frame";
import { useLoaded } from "../staff/loaded";
import { useOffice } from "../staff/office";
import { Problem } from "../staff/problem";
import { st } from "../staff/words";
import { stateWord, STATE_ICON } from "../desk/words";
import { ConcernDetail } from "./concern-detail";
import { Readers } from "./readers";
import "../desk/desk.css";

/** Worries about a neighbour, for those who were named to read them; what cannot wait stands first. */
export default function ConcernsPage() {
  const office = useOffice();
  const id = match("/concerns/:id", route.value.path)?.["id"] ?? null;
  const pages = useSignal(1);
  const urgent = useLoaded(() => office.concerns.list("urgent", pages.value), pages.value);
  const open = useLoaded(() => office.concerns.list("open", pages.value), pages.value);
  const closed = useLoaded(() => office.concerns.list("closed", pages.value), pages.value);
  const coordinates = useCore().session.account.value?.role === "coordinator";
  const known = [urgent, open, closed]
    .flatMap((list) => list.value.value?.concerns ?? [])
    .find((line) => line.id === id);
  const more = open.value.value?.more || closed.value.value?.more;
  const lit = urgent.value.value?.concerns ?? [];
  const rest = open.value.value?.concerns.filter((line) => !lit.some(({ id }) => id === line.id));
  return (
    <Frame>
      {id ? (
        <Page
          wide
          title={st("concern.title")}
          back={{ label: st("desk.toList"), onBack: () => navigate("/concerns") }}
        >
          <ConcernDetail key={id} id={id} newest={known?.revision ?? 0} />
        </Page>
      ) : (
        <Page title={st("concern.title")}>
          <Notice kind="info">
            <p>{st("concern.noted")}</p>
          </Notice>
          <Problem problem={open.problem.value} again={() => void open.load()} />
          {lit.length > 0 && <Lines lines={lit} failed={false} />}
          {(lit.length === 0 || rest?.length !== 0) && (
            <Lines lines={rest} failed={open.problem.value !== null} />
          )}
          {Boolean(closed.value.value?.total) && (
            <section>
              <h2>{st("concern.closed", { count: closed.value.value!.total })}</h2>
              <Lines lines={closed.value.value!.concerns} failed={false} />
            </section>
          )}
          {more && (
            <Button wide onClick={() => pages.value++}>
              {st("desk.more")}
            </Button>
          )}
          {coordinates && <Readers />}
        </Page>
      )}
    </Frame>
  );
}

function Lines({ lines, failed }: { lines: ConcernLine[] | undefined; failed: boolean }) {
  const office = useOffice();
  if (!lines) return failed ? null : <Loading label={st("staff.loading")} />;
  if (lines.length === 0) {
    return (
      <EmptyState icon="heart" title={st("concern.empty")}>
        <p>{st("concern.emptyText")}</p>
      </EmptyState>
    );
  }
  const where = ({ complex, district }: ConcernLine) =>
    office.complexes.value.find((one) => one.id === complex)?.name ??
    office.districts.value.find((one) => one.id === district)?.name ??
    st("concern.somewhere");
  return (
    <List label={st("concern.title")}>
      {lines.map((line) => (
        <Entry
          key={line.id}
          href={`/concerns/${line.id}`}
          icon="heart"
          title={where(line)}
          sub={
            <>
              <time dateTime={line.receivedAt}>{moment(line.receivedAt)}</time>{" "}
              <Chip icon={STATE_ICON[line.state] ?? "info"}>{stateWord(line.state)}</Chip>{" "}
              {line.urgency === "now" && (
                <Chip icon="danger" look="lit">
                  {st("desk.urgencies.now")}
                </Chip>
              )}{" "}
              {line.awaits === "office" && (
                <Chip icon="office">{st("desk.awaits.office")}</Chip>
              )}
            </>
          }
        />
      ))}
    </List>
  );
}
