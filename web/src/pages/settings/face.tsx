import { translator } from "../../core/messages/index";
import { nlIntroduction } from "../../core/messages/nl-introduction";
import { Icon } from "../../ui/icon";
import { Photo } from "../../ui/photo";
import "./face.css";

const it = translator("introduction", nlIntroduction);

/** A volunteer as tenants see them: a round picture, or none, and a first name. */
export function Face(props: {
  name: string;
  picture: string | null;
  load: (sha256: string) => Promise<ArrayBuffer | null>;
}) {
  const { name, picture, load } = props;
  return (
    <div class="my-face">
      {picture ? (
        <Photo
          key={picture}
          id={picture}
          load={load}
          alt={it("introduction.photoAlt")}
          gone={it("introduction.photoGone")}
        />
      ) : (
        <span class="my-face-none">
          <Icon name="user" large />
        </span>
      )}
      <strong dir="auto">{name || "…"}</strong>
    </div>
  );
}
