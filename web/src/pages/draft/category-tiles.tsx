import { t } from "../../core/messages/index";
import { Tiles } from "../../ui/choice";
import { Notice } from "../../ui/notice";
import { useCore } from "../core";

export function CategoryTiles(props: { chosen?: string | null; onChoose: (key: string) => void }) {
  const categories = useCore()
    .categories.value.filter((one) => one.active)
    .sort((one, other) => one.position - other.position);
  const options = categories.map(({ key, label, icon }) => ({ value: key, label, icon }));
  const none = options.length === 0;
  return (
    <>
      {none && (
        <Notice title={t("category.none-title")}>
          <p>{t("category.none")}</p>
        </Notice>
      )}
      <Tiles
        label={t("category.list")}
        {...(props.chosen === undefined ? {} : { chosen: props.chosen })}
        options={none ? [{ value: "other", label: t("category.other"), icon: "other" }] : options}
        onChoose={props.onChoose}
      />
    </>
  );
}
