import { Icon } from "../../ui/icon";
import { rt } from "./words";

/** First on every screen of a round, needing nothing: no line, no session, no number on file. */
export function Line112() {
  return (
    <div class="alarm line112">
      <a class="button button-main button-wide round-big" href="tel:112">
        <Icon name="phone" />
        <bdi>{rt("line112.call")}</bdi>
      </a>
      <p>
        {rt("line112.danger")} <strong>{rt("line112.not")}</strong>
      </p>
    </div>
  );
}
