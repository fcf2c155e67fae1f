import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { warnings, wordPattern } from "../../src/core/privacy";

const kinds = (text: string) => warnings(text).map((warning) => warning.kind);

const found: Record<string, string[]> = {
  bsn: [
    "111222333", "123456782", "BSN: 123456782.", "1234.56.782", "123 456 782", "123-456-782",
    "12345672", "zijn nummer is 999999990 zei hij", "(123456782)", "nr.123456782",
  ],
  plate: [
    "12-AB-34", "AB-12-34", "12-34-AB", "AB-12-CD", "AB-CD-12", "12-AB-CD", "12-ABC-3", "1-ABC-23",
    "AB-123-C", "A-123-BC", "ABC-12-D", "A-12-BCD", "1-AB-234", "123-AB-4", "G-123-BB", "g-123-bb",
    "XX99XX", "rode auto GB 123 X", "12abc3", "kenteken 1-zbc-23.",
  ],
  phone: [
    "0612345678", "06-12345678", "06 12 34 56 78", "06.12.34.56.78", "+31612345678",
    "+31 6 12345678", "0031612345678", "+31 (0)6 12345678", "020-1234567", "(020) 123 45 67",
    "0348 123456", "010 - 123 45 67", "bel 0612345678!", "+49 151 12345678", "0318-12 34 56",
  ],
  email: [
    "jan@example.nl", "jan.de.vries@example.co.uk", "j_vries+buurt@example.nl", "JAN@EXAMPLE.NL",
    "mail jan@example.nl.", "<jan@example.nl>", "jan-piet@mijn-huis.nl",
  ],
  iban: [
    "NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "nl91abna0417164300", "NL91ABNA0417164301",
    "IBAN:NL91ABNA0417164300", "BE68539007547034", "BE68 5390 0754 7034", "DE89370400440532013000",
  ],
};

const cases = Object.entries(found).flatMap(([kind, texts]) => texts.map((text) => [kind, text]));

test("the list has sixty", () => {
  expect(cases).toHaveLength(60);
});

test.each(cases)("%s is found in: %s", (kind, text) => {
  expect(kinds(text!)).toContain(kind);
});

test.each([
  "Lamp stuk bij de ingang, al sinds 12 maart.",
  "Grofvuil naast container 1234, ongeveer 3 bij 2 meter.",
  "Postcode 1234 AB, huisnummers 12-34.",
  "Om 12 30 was het weg.",
  "Tegel los op 22-11-2026 om 10:45 uur.",
  "Complex 100200, portiek 3, verdieping 12.",
  "Telefoonnummer van de gemeente: 14 020.",
  "123456789 stoeptegels",
  "Van 10 tot 12 uur en van 3 tot 5.",
  "Het zebrapad is versleten, en de polder staat blank.",
])("nothing is found in: %s", (text) => {
  expect(warnings(text)).toEqual([]);
});

test.each([
  "Hij is ziek", "Mevrouw is dement.", "Ze lijkt depressief", "ALCOHOLIST", "Hij is verslaafd",
  "Ze heeft kanker", "verwarde man op de galerij", "Hij dealt drugs", "dief gezien", "inbreker",
  "verdacht figuur", "Hij heeft een strafblad", "Marokkaanse jongens", "Turkse buurman",
  "een vluchteling", "moslim", "psychische problemen", "hij is autistisch", "wietplantage",
  "Poolse bewoners",
])("a word about health, crime or origin is found in: %s", (text) => {
  expect(kinds(text)).toContain("word");
});

test.each([
  ["kenteken 12-AB-34", ["12-AB-34"]],
  ["is 12 AB 34", ["12 AB 34"]],
  ["in 12 AB 34, bel 06 12 34 56 78", ["12 AB 34", "06 12 34 56 78"]],
  ["verdacht: jan@example.nl", ["verdacht", "jan@example.nl"]],
  ["1234.56.782", ["1234.56.782"]],
])("one match hides no other: %s", (text, parts) => {
  expect(warnings(text).map((warning) => warning.found)).toEqual(parts);
});

test("says where it stands", () => {
  expect(warnings("Bel 0612345678, hij is ziek.")).toEqual([
    { kind: "phone", found: "0612345678", from: 4, to: 14 },
    { kind: "word", found: "ziek", from: 23, to: 27 },
  ]);
});

test("every line of the list is found as it stands there", () => {
  const lines = readFileSync("../db/privacy-words.txt", "utf8").split("\n");
  const words = lines.filter((line) => line && !line.startsWith("#"));
  expect(words.length).toBeGreaterThan(150);
  for (const word of words) expect(kinds(`de ${word.replace("*", "")} daar`)).toEqual(["word"]);
});

test("a star is any ending, no star is the whole word", () => {
  const pattern = wordPattern("# uitleg\n\npool\nverslaafd*\n");
  expect("de polder".match(pattern)).toBeNull();
  expect("verslaafden".match(pattern)).not.toBeNull();
});

test("looks at a very long text in one go", () => {
  expect(warnings("lamp stuk 12 ab ".repeat(20_000))).toBeInstanceOf(Array);
});
