import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

type Shown = { state: "loading" } | { state: "gone" } | { state: "here"; address: string };

/** A picture from bytes that `load` finds; the object URL lives as long as the picture does. */
export function Photo(props: {
  id: string;
  load: (id: string) => Promise<ArrayBuffer | null>;
  alt: string;
  gone: string;
  children?: ComponentChildren;
}) {
  const { id, load } = props;
  const [shown, setShown] = useState<Shown>({ state: "loading" });
  useEffect(() => {
    let address = "";
    let left = false;
    load(id).then(
      (bytes) => {
        if (left) return;
        if (bytes) address = URL.createObjectURL(new Blob([bytes], { type: "image/jpeg" }));
        setShown(bytes ? { state: "here", address } : { state: "gone" });
      },
      () => !left && setShown({ state: "gone" }),
    );
    return () => {
      left = true;
      if (address) URL.revokeObjectURL(address);
    };
  }, [id]);

  return (
    <div class="photo">
      {shown.state === "here" && <img src={shown.address} alt={props.alt} />}
      {shown.state === "gone" && <p class="small">{props.gone}</p>}
      {shown.state === "loading" && <span class="spinner" aria-hidden="true" />}
      {props.children}
    </div>
  );
}
