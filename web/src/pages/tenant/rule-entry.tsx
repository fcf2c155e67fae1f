import type { Rule } from "../../core/tenant/index";
import { directionOf, language, named } from "../../core/tenant/language";
import { textOf } from "../../core/tenant/rules";
import { Icon } from "../../ui/icon";
import { Pictogram } from "./pictogram";

/** One rule in the list: a drawing, its title, and how it begins. */
export function RuleEntry({ rule }: { rule: Rule }) {
  const shown = textOf(rule, language.value);
  const isOther = shown.language !== language.value;
  return (
    <li>
      <a class="entry rule-entry" href={`/rules/${rule.id}`}>
        <Pictogram name={rule.pictogram} />
        <span lang={isOther ? shown.language : undefined} dir={directionOf(shown.language)}>
          <span class="entry-title">{shown.title}</span>
          <span class="entry-sub clip">{shown.text}</span>
        </span>
        <span class="unseen">{named("pictogram", rule.pictogram, "")}</span>
        <Icon name="next" />
      </a>
    </li>
  );
}
