import { useEffect, useRef, useState } from "preact/hooks";
import type { Params } from "../../core/messages/index";
import { Button } from "../../ui/button";
import { announce } from "../../ui/live";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { Loading } from "../../ui/state";
import { useTask } from "../task";
import { between, blockMean, clip, type Region } from "./block-mean";
import { Cells } from "./cells";

/** The volunteers' part and the tenants' each say it in words of their own. */
export type BlurWords = (key: BlurWord, params?: Params) => string;
type BlurWord =
  | "title" | "how" | "finger" | "finger-hint" | "cells" | "cells-hint" | "cell" | "undo" | "done"
  | "warning" | "picture" | "loading" | "gone" | "cancel";

interface BlurProps {
  words: BlurWords;
  load: () => Promise<ArrayBuffer | null>;
  onDone: (blurred: ArrayBuffer) => Promise<void>;
  onLeave: () => void;
}

const quality = 0.85;

/** Parts of one photo made unreadable, by finger or, without dragging, by squares. */
export default function Blur({ words, load, onDone, onLeave }: BlurProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const image = useRef<ImageBitmap | null>(null);
  const from = useRef<[number, number] | null>(null);
  const [state, setState] = useState<"loading" | "here" | "gone">("loading");
  const [way, setWay] = useState<"finger" | "cells">("finger");
  const [regions, setRegions] = useState<Region[]>([]);
  const task = useTask();

  useEffect(() => announce(""), []);
  useEffect(() => {
    let left = false;
    const open = async () => {
      const bytes = await load();
      if (!bytes) throw new Error("no bytes");
      const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/jpeg" }));
      if (left) return bitmap.close();
      image.current = bitmap;
      setState("here");
    };
    open().catch(() => setState("gone"));
    return () => {
      left = true;
      image.current?.close();
    };
  }, []);
  useEffect(() => {
    if (state === "here") paint(canvas.current!, image.current!, regions);
  }, [state, regions]);

  const at = (event: PointerEvent): [number, number] => {
    const element = canvas.current!;
    const box = element.getBoundingClientRect();
    return [
      ((event.clientX - box.left) / box.width) * element.width,
      ((event.clientY - box.top) / box.height) * element.height,
    ];
  };
  const add = (region: Region) => setRegions((all) => [...all, region]);
  const finish = (event: PointerEvent) => {
    if (!from.current) return;
    const [x, y] = from.current;
    const drawn = between(x, y, ...at(event));
    from.current = null;
    add(atLeastAThumb(drawn, canvas.current!.width));
  };
  const save = () =>
    task.run(async () => {
      const blob = await new Promise<Blob | null>((done) =>
        canvas.current!.toBlob(done, "image/jpeg", quality),
      );
      if (!blob) throw new Error("the canvas gave nothing");
      await onDone(await blob.arrayBuffer());
    });

  return (
    <Page
      title={words("title")}
      back={{ label: words("cancel"), onBack: onLeave }}
      bar={
        state === "here" && (
          <Button
            kind="main"
            icon="check"
            wide
            busy={task.busy}
            disabled={regions.length === 0}
            onClick={() => void save()}
          >
            {words("done")}
          </Button>
        )
      }
    >
      {state === "loading" && <Loading label={words("loading")} />}
      {state === "gone" && (
        <Notice kind="error">
          <p>{words("gone")}</p>
        </Notice>
      )}
      {task.error && (
        <Notice kind="error">
          <p>{task.error}</p>
        </Notice>
      )}
      <div class="stack" hidden={state !== "here"}>
        <div class="pair" role="group" aria-label={words("how")}>
          {(["finger", "cells"] as const).map((one) => (
            <Button key={one} wide pressed={way === one} onClick={() => setWay(one)}>
              {words(one)}
            </Button>
          ))}
        </div>
        <p class="small">{words(`${way}-hint`)}</p>
        <div class="blur-field">
          <canvas
            ref={canvas}
            class={way === "finger" ? "blur-canvas blur-drawing" : "blur-canvas"}
            role="img"
            aria-label={words("picture")}
            onPointerDown={(event) => {
              if (way !== "finger") return;
              event.currentTarget.setPointerCapture(event.pointerId);
              from.current = at(event);
            }}
            onPointerUp={finish}
            onPointerCancel={() => (from.current = null)}
          />
          {way === "cells" && state === "here" && (
            <Cells
              words={words}
              width={canvas.current!.width}
              height={canvas.current!.height}
              chosen={regions}
              onChange={setRegions}
            />
          )}
        </div>
        <Button
          icon="withdrawn"
          disabled={regions.length === 0}
          onClick={() => setRegions(regions.slice(0, -1))}
        >
          {words("undo")}
        </Button>
        <p class="soft small">{words("warning")}</p>
      </div>
    </Page>
  );
}

/** From the first pixels each time, so that undoing is exact. */
function paint(canvas: HTMLCanvasElement, image: ImageBitmap, regions: Region[]): void {
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.drawImage(image, 0, 0);
  for (const region of regions) {
    const part = clip(region, image.width, image.height);
    if (part.width === 0 || part.height === 0) continue;
    const data = context.getImageData(part.x, part.y, part.width, part.height);
    blockMean(data.data, part.width, part.height, { ...part, x: 0, y: 0 });
    context.putImageData(data, part.x, part.y);
  }
}

/** A tap without drawing covers a face at arm's length. */
function atLeastAThumb(region: Region, imageWidth: number): Region {
  const least = imageWidth / 8;
  if (region.width >= least / 3 && region.height >= least / 3) return region;
  const [middleX, middleY] = [region.x + region.width / 2, region.y + region.height / 2];
  return { x: middleX - least / 2, y: middleY - least / 2, width: least, height: least };
}
