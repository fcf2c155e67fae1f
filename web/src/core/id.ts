let last = 0;
let counter = 0;

/** A UUIDv7; ids made on one page sort in the order in which they were made. */
export function newId(now: number): string {
  if (now > last) [last, counter] = [now, 0];
  else if (++counter > 0xfff) [last, counter] = [last + 1, 0];
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = last.toString(16).padStart(12, "0");
  for (let i = 0; i < 6; i++) bytes[i] = parseInt(time.slice(2 * i, 2 * i + 2), 16);
  bytes[6] = 0x70 | (counter >> 8);
  bytes[7] = counter & 0xff;
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
