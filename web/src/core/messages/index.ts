import { speak } from "../refused";
import { nl } from "./nl";
import { translator } from "./translator";

export { language, translator, type Catalogue, type Key, type Params } from "./translator";

export const t = translator("app", nl);

speak(nl.core);
