import type { RefObject } from "preact";
import { t } from "../../core/tenant/language";
import { Button } from "../../ui/button";

/** Nothing but the card; not on an iPhone, which keeps this for films. */
export function FillScreen({ what }: { what: RefObject<HTMLElement | null> }) {
  if (!document.fullscreenEnabled) return null;
  return (
    <Button icon="grow" onClick={() => void what.current?.requestFullscreen().catch(() => {})}>
      {t("rules.fill")}
    </Button>
  );
}
