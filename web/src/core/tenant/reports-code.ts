const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const groups = [4, 4, 4, 4, 5, 5];
const length = 26;

/** As people copy it from a card: any case, any groups, O for nought, I and L for one; else null. */
export function readCode(typed: string): string | null {
  const plain = typed
    .toUpperCase()
    .replace(/[\s.\-–—_]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  return plain.length === length && [...plain].every((one) => alphabet.includes(one)) ? plain : null;
}

/** In groups that can be read aloud. */
export function showCode(code: string): string {
  const plain = readCode(code) ?? code;
  let from = 0;
  return groups.map((size) => plain.slice(from, (from += size))).join("-");
}
