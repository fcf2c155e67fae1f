import { useSignal } from "@preact/signals";
import type { DeskItem } from "../../core/desk";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Icon } from "../../ui/icon";
import { Photo } from "../../ui/photo";
import { useCore } from "../core";
import { useOffice } from "../staff/office";
import { st } from "../staff/words";
import { categoryOf } from "./words";

export function Photos({ item }: { item: DeskItem }) {
  const core = useCore();
  const office = useOffice();
  const large = useSignal<number | null>(null);
  const total = item.photos.length;
  if (total === 0) return null;
  const category = categoryOf(office, item).label;
  const alt = (index: number) => st("desk.photoAlt", { n: index + 1, total, category });
  const load = (sha256: string) => core.photos.bytes(sha256);
  const shown = large.value === null ? undefined : item.photos[large.value];
  const go = (step: number) => (large.value = ((large.value ?? 0) + step + total) % total);
  return (
    <>
      <ul class="photos">
        {item.photos.map((photo, index) => (
          <li key={photo.sha256}>
            {photo.stored ? (
              <Photo id={photo.sha256} load={load} alt={alt(index)} gone={st("desk.photoBroken")}>
                <button
                  class="photo-enlarge"
                  type="button"
                  aria-label={st("desk.enlarge", { n: index + 1, total })}
                  onClick={() => (large.value = index)}
                />
              </Photo>
            ) : (
              <div class="photo">
                <p class="photo-coming small">
                  <Icon name="waiting" />
                  <span>{st("desk.photoComing")}</span>
                </p>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        wide
        title={shown ? alt(large.value ?? 0) : ""}
        open={shown !== undefined}
        onClose={() => (large.value = null)}
        actions={
          <div class="row">
            {total > 1 && (
              <>
                <Button icon="back" onClick={() => go(-1)}>
                  {st("desk.previous")}
                </Button>
                <Button icon="next" onClick={() => go(1)}>
                  {st("desk.next")}
                </Button>
              </>
            )}
            <Button kind="strong" onClick={() => (large.value = null)}>
              {st("staff.close")}
            </Button>
          </div>
        }
      >
        {shown && (
          <div class="photo-large">
            <Photo
              key={shown.sha256}
              id={shown.sha256}
              load={load}
              alt={alt(large.value ?? 0)}
              gone={st(shown.stored ? "desk.photoBroken" : "desk.photoComing")}
            />
          </div>
        )}
      </Dialog>
    </>
  );
}
