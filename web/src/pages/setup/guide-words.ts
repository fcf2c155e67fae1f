import { dateOf } from "../../core/amsterdam";
import { translator, type Key } from "../../core/messages/index";
import { nlGuide } from "../../core/messages/nl-guide";
import { nl as tenants } from "../../core/messages/tenant/nl";
import type { Office } from "../../core/office";
import { named } from "../../core/tenant/language";
import type { Language } from "../../core/tenant/values";

export const gt = translator("guide", nlGuide);

/** What is translated: Dutch is what it is made of. */
export const others: Language[] = ["en", "ar", "tr", "pl", "uk"];

export const kinds = Object.keys(tenants.kind);
export const pictograms = Object.keys(tenants.pictogram);

export function kindName(kind: string): string {
  return named("kind", kind, kind);
}

export function pictogramName(name: string): string {
  return named("pictogram", name, name);
}

export function languageName(language: Language): string {
  return gt(`language.${language}` as Key<typeof nlGuide>);
}

/** "Alle wijken", "Wijk De Vlierhof", "Complex Meidoornflat". */
export function placeName(
  office: Office,
  of: { district: string | null; complex?: string | null },
): string {
  const complex = office.complexes.value.find((one) => one.id === of.complex);
  if (complex) return gt("editor.inComplex", { name: complex.name });
  const district = office.districts.value.find((one) => one.id === of.district);
  return district ? gt("editor.inDistrict", { name: district.name }) : gt("editor.whole");
}

export function verifiedOn(at: string | null): string {
  return at ? gt("guide.verified", { date: dateOf(at) }) : gt("guide.unverified");
}
