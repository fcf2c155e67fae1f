import { generate } from "lean-qr";
import { t } from "../../../core/tenant/language";
import { readCode, showCode } from "../../../core/tenant/reports-code";
import type { ReportItem } from "../../../core/tenant/reports-values";
import { Button } from "../../../ui/button";
import { More } from "../../../ui/list";
import { Qr } from "../../../ui/qr";
import { useTenant } from "../context";
import { title } from "./words";

/** To print or to photograph. The code stands behind the #, where no server and no log sees it. */
export function CodeCard({ item, code }: { item: ReportItem; code: string }) {
  const guide = useTenant().guides.guide.value;
  const shown = showCode(code);
  // Kept together in a text that runs from right to left.
  const address = `\u2066${location.host}/reports\u2069`;
  const phone = guide?.association?.phone;
  // In full for who just sent it; below the answers it only takes room.
  const isNew = !item.stay && !item.answer?.messages.length;
  return (
    <More icon="key" title={t("followed.card")} now={shown} open={isNew}>
      <p>{t("followed.card-why")}</p>
      <div class="report-card">
        <Qr
          rows={rows(`${location.origin}/reports#${readCode(code) ?? code}`)}
          label={t("followed.card-qr")}
        />
        <div class="stack">
          <p>
            <strong>{item.kind === "concern" ? t("kinds.report") : title(guide, item)}</strong>
          </p>
          <p class="code" dir="ltr">
            {shown}
          </p>
          <p class="small">{t("followed.card-how", { address })}</p>
          {phone && (
            <p class="small">
              {guide.association.name}: <bdi>{phone}</bdi>
            </p>
          )}
        </div>
      </div>
      <p class="small">{t("followed.card-secret")}</p>
      <Button icon="download" onClick={printCard}>
        {t("followed.print")}
      </Button>
    </More>
  );
}

/** Only this time and only the card: whoever prints another page gets all of it. */
function printCard(): void {
  const { classList } = document.documentElement;
  classList.add("printing-card");
  addEventListener("afterprint", () => classList.remove("printing-card"), { once: true });
  print();
}

function rows(text: string): string[] {
  const code = generate(text);
  return Array.from({ length: code.size }, (_, y) =>
    Array.from({ length: code.size }, (_, x) => (code.get(x, y) ? "1" : "0")).join(""),
  );
}
