import { Page } from "../../ui/page";
import { EmptyState } from "../../ui/state";
import { Line112 } from "./line112";
import { rt } from "./words";

export function Gone() {
  return (
    <Page title={rt("round.gone-title")} back={{ href: "/round", label: rt("round.title") }}>
      <Line112 />
      <EmptyState icon="search" title={rt("round.gone")} />
    </Page>
  );
}
