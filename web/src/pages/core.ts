import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Core } from "../core/index";

export const CoreContext = createContext<Core | null>(null);

/** What every screen may call. */
export function useCore(): Core {
  const core = useContext(CoreContext);
  if (!core) throw new Error("a screen outside the app");
  return core;
}
