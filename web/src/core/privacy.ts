import list from "../../../db/privacy-words.txt?raw";
import type { Warning } from "./shapes";

/** One word or expression per line; a star at its end stands for any ending. */
export function wordPattern(lines: string): RegExp {
  const words = lines
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => line.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*$/, "[\\p{L}-]*"));
  return new RegExp(`(^|[^\\p{L}\\d])(${words.join("|")})(?![\\p{L}\\d])`, "giu");
}

const words = wordPattern(list);

/** What in a text may point at a person. It never leaves the phone, and can be ignored. */
export function warnings(text: string): Warning[] {
  const found = [
    ...matches(text, /(^|[^\p{L}\d._%+-])([\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+)/gu, "email"),
    ...matches(text, iban, "iban", isIban),
    ...matches(text, bsn, "bsn", isBsn),
    ...matches(text, phone, "phone", isPhone),
    ...matches(text, plate, "plate", isPlate),
    ...matches(text, words, "word"),
  ];
  // The longest hides only what lies wholly within it: a plate after the word for it is still shown.
  const kept = found.filter((one, i) => !found.some((other, j) => hides(other, one, j < i)));
  return kept.sort((a, b) => a.from - b.from);
}

// Each pattern has two groups: what stands before, and what it is about. Looking behind would be
// shorter, but Safari before 16.4 refuses the whole script that holds it.
const iban = /(^|[^a-z\d])([a-z]{2}\d{2}(?:[ .-]?[a-z\d]{4}){2,7}(?:[ .-]?[a-z\d]{1,4})?)(?![a-z\d])/gi;
const bsn = /(^|[^\d])(\d(?:[ .-]?\d){7,8})(?!\d|[ .-]\d)/g;
const phone = /(^|[^\d+])((?:\+|00)?\(?\d(?:[ .\-()/]{0,3}\d){8,14})(?!\d)/g;

function isPhone(found: string): boolean {
  const digits = found.replace(/[^\d+]/g, "").replace(/^(\+31|0031)0?/, "0");
  if (/^(\+|00)/.test(digits)) return digits.length >= 10;
  return /^0[1-9]\d{8}$/.test(digits);
}

/** Nine digits, the eleven-test; an old one of eight lost its leading nought. */
function isBsn(found: string): boolean {
  const digits = found.replace(/\D/g, "").padStart(9, "0");
  const sum = [...digits].reduce((sum, digit, i) => sum + Number(digit) * (i === 8 ? -1 : 9 - i), 0);
  return Number(digits) > 0 && sum % 11 === 0;
}

function isIban(found: string): boolean {
  const text = found.replace(/[ .-]/g, "").toUpperCase();
  // A Dutch one with a typing error still tells whose it is.
  if (/^NL\d{2}[A-Z]{4}\d{10}$/.test(text)) return true;
  const digits = [...(text.slice(4) + text.slice(0, 4))].map((c) => parseInt(c, 36)).join("");
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** The fourteen Dutch series: x a letter, 9 a digit, and one kind of separator or none. */
const plate = new RegExp(
  "(^|[^\\p{L}\\d])(" +
    `xx-99-99 99-99-xx 99-xx-99 xx-99-xx xx-xx-99 99-xx-xx 99-xxx-9 9-xxx-99 xx-999-x x-999-xx
    xxx-99-x x-99-xxx 9-xx-999 999-xx-9`
      .split(/\s+/)
      .map((form, i) => {
        const [a, b, c] = form.split("-").map(letters);
        return `${a}([ .-]?)${b}\\${i + 3}${c}`;
      })
      .join("|") +
    ")(?![\\p{L}\\d])",
  "giu",
);
const common = /^(?:aan|bij|de|dan|die|een|en|het|in|is|met|na|nr|of|om|op|per|te|tot|uur|van|via|voor|nog|was|cm|mm|km|kg|mei|jan)$/i;

function letters(group: string): string {
  return group.replace(/x/g, "[a-z]").replace(/9/g, "\\d");
}

function isPlate(found: string): boolean {
  if (found.includes("-")) return true;
  // 1234 AB is a postcode, and a small word between two numbers is no plate.
  const groups = found.match(/[a-z]+/gi) ?? [];
  return !/^\d\d[ .]?\d\d/.test(found) && !groups.some((group) => common.test(group));
}

function matches(
  text: string,
  pattern: RegExp,
  kind: Warning["kind"],
  holds: (found: string) => boolean = () => true,
): Warning[] {
  const found: Warning[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const from = match.index + match[1]!.length;
    if (holds(match[2]!)) found.push({ kind, found: match[2]!, from, to: from + match[2]!.length });
    // One begins within another: "is 12 AB 34" looks like a plate from its first word on, and is
    // none; the one within it would be passed over.
    pattern.lastIndex = from + 1;
  }
  return found;
}

/** Of two at the very same place the more telling kind, which was looked for first, is shown. */
function hides(other: Warning, one: Warning, isEarlier: boolean): boolean {
  if (other === one || other.from > one.from || other.to < one.to) return false;
  const isLonger = other.to - other.from > one.to - one.from;
  return isLonger || isEarlier;
}
