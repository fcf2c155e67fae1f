import { addDays, wall } from "./amsterdam";

/** No character that can be taken for another: no 0, O, 1, I or L. */
export const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const length = 6;

export interface Invite {
  district: string;
  day: string;
  code: string;
}

/** From six in the morning to six: who meets just after midnight means the same walk. */
export function roundDay(at: number): string {
  const { day, time } = wall(at);
  return time < "06:00" ? addDays(day, -1) : day;
}

/** The random part of a fresh id, written so that it can be read aloud. */
export function codeFrom(id: string): string {
  let rest = parseInt(id.replace(/-/g, "").slice(-12), 16);
  let code = "";
  for (let i = 0; i < length; i++) {
    code += alphabet[rest % alphabet.length];
    rest = Math.floor(rest / alphabet.length);
  }
  return code;
}

/** Small letters, spaces and dashes do not matter; null when it cannot be a code. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return code.length === length && [...code].every((one) => alphabet.includes(one)) ? code : null;
}

/** What the QR holds: the phone's own camera opens it, and we find district, day and code in it. */
export function inviteLink(origin: string, { district, day, code }: Invite): string {
  return `${origin}/round/join#${district}.${day}.${code}`;
}

export function readInvite(text: string): Invite | null {
  const found = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{4}-\d\d-\d\d)\.(\w{6})$/i.exec(
    text.trim(),
  );
  const code = found && readCode(found[3]!);
  return code ? { district: found[1]!.toLowerCase(), day: found[2]!, code } : null;
}

/** Both phones arrive at this id without a server: a UUIDv8 over district, day and code. */
export async function roundId(
  sha256: (bytes: ArrayBuffer) => Promise<string>,
  { district, day, code }: Invite,
): Promise<string> {
  const text = `buurtronde-round|${district}|${day}|${code}`;
  const hex = (await sha256(new TextEncoder().encode(text).buffer as ArrayBuffer)).slice(0, 32);
  const variant = ((parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  const marked = `${hex.slice(0, 12)}8${hex.slice(13, 16)}${variant}${hex.slice(17)}`;
  return marked.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
