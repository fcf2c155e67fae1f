import type { PublicComplex, PublicDistrict } from "./values";

export type Found =
  | { kind: "malformed" }
  | { kind: "elsewhere" }
  /** No complex of ours has it, but the same four digits are in these districts. */
  | { kind: "districts"; districts: PublicDistrict[] }
  | { kind: "complexes"; complexes: { district: PublicDistrict; complex: PublicComplex }[] };

/** Where a postcode is. Forgives spaces, small letters, and digits of another script. */
export function findPostcode(typed: string, districts: PublicDistrict[]): Found {
  const text = latinDigits(typed).toUpperCase().replace(/[^A-Z0-9]/g, "");
  if (!/^[1-9]\d{3}([A-Z]{2})?$/.test(text)) return { kind: "malformed" };
  const all = districts.flatMap((district) =>
    district.complexes.map((complex) => ({ district, complex })),
  );
  const exact = all.filter(({ complex }) => bare(complex.postcode) === text);
  if (exact.length > 0) return { kind: "complexes", complexes: exact };
  const near = all.filter(({ complex }) => bare(complex.postcode).startsWith(text.slice(0, 4)));
  const found = districts.filter((one) => near.some(({ district }) => district === one));
  return found.length > 0 ? { kind: "districts", districts: found } : { kind: "elsewhere" };
}

function bare(postcode: string): string {
  return postcode.toUpperCase().replace(/\s/g, "");
}

/** Arabic-Indic and Persian digits, as an Arabic keyboard types them. */
export function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= 0x6f0 ? 0x6f0 : 0x660));
  });
}
