import type { ComponentChildren } from "preact";
import { t } from "../../../core/tenant/language";
import type { ReportDraft } from "../../../core/tenant/reports-values";
import { Icon } from "../../../ui/icon";
import { useTenant } from "../context";
import type { Form } from "../forms";

/** One thing that was chosen, and the way back to choose another. */
export function Chosen(props: {
  icon: string;
  what: string;
  href: string;
  children: ComponentChildren;
}) {
  return (
    <li class="chosen">
      <Icon name={props.icon} />
      <p>
        <span class="chosen-what">{props.what}</span>
        <strong>
          <bdi>{props.children}</bdi>
        </strong>
      </p>
      <a
        class="button button-quiet"
        href={props.href}
        aria-label={t("report.change", { what: props.what })}
      >
        {t("shell.change")}
      </a>
    </li>
  );
}

/** Whose it will be: the draft's own district, not only the one that this phone is set to. */
export function ChosenDistrict({ draft, form }: { draft: ReportDraft; form: Form }) {
  const { places, guides } = useTenant();
  if (!draft.district || !places.home.value) return null;
  const kept = guides.guide.value?.district;
  const name = places.district(draft.district)?.name ?? (kept?.id === draft.district ? kept.name : "…");
  return (
    <Chosen icon="office" what={t("report.district")} href={`/district?for=${form}`}>
      {name}
    </Chosen>
  );
}
