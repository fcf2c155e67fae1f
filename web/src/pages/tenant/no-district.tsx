import { t } from "../../core/tenant/language";
import { Button } from "../../ui/button";
import { useTenant } from "./context";
import type { Form } from "./forms";

/** A page about a district, opened before one was chosen. */
export function NoDistrict({ form }: { form?: Form }) {
  const { places } = useTenant();
  if (places.home.value !== null) return null;
  return (
    <section class="where">
      <h2>{t("home.where-none")}</h2>
      <p>{t("home.where-why")}</p>
      <Button kind="main" icon="place" wide href={form ? `/district?for=${form}` : "/district"}>
        {t("home.where-choose")}
      </Button>
    </section>
  );
}
