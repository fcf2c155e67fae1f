import { Page } from "../../ui/page";
import { useCore } from "../core";
import { Frame, SetupNav } from "../staff/frame";
import Print from "../staff/print";
import { st } from "../staff/words";
import { gt } from "./guide-words";

/** What hangs in the hallways and goes through the letterboxes. */
export default function PrintPage() {
  const { role } = useCore().session.account.value ?? {};
  const back = role === "caretaker" && { href: "/setup/guide", label: gt("editor.back") };
  return (
    <Frame>
      <Page wide title={st("print.title")} under={<SetupNav />} {...(back && { back })}>
        <Print bare />
      </Page>
    </Frame>
  );
}
