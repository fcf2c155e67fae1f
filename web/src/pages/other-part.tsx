import { useEffect } from "preact/hooks";

/** This address belongs to the other of the two apps: it is opened as a page of its own. */
export function OtherPart() {
  useEffect(() => location.reload(), []);
  return null;
}
