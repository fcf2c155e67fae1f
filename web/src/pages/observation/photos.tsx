import type { Item } from "../../core/index";
import { t } from "../../core/messages/index";
import { Photo } from "../../ui/photo";
import { useCore } from "../core";

export function ItemPhotos({ item }: { item: Item }) {
  const core = useCore();
  if (item.photos.length === 0) return null;
  return (
    <ul class="photos">
      {item.photos.map((photo, index) => (
        <li key={`${photo.sha256} ${index}`}>
          <Photo
            id={photo.sha256}
            load={(sha256) => core.photos.bytes(sha256)}
            alt={t("draft.photo-alt", { count: index + 1 })}
            gone={t("draft.photo-gone")}
          />
        </li>
      ))}
    </ul>
  );
}
