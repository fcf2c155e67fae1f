import { Page } from "../../ui/page";
import { Frame, SetupNav } from "../staff/frame";
import Print from "../staff/print";
import { st } from "../staff/words";

/** What hangs in the hallways and goes through the letterboxes. */
export default function PrintPage() {
  return (
    <Frame>
      <Page title={st("print.title")} under={<SetupNav />}>
        <Print bare />
      </Page>
    </Frame>
  );
}
