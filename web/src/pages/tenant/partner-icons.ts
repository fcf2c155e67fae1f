const drawn: Record<string, string> = {
  police: "eye",
  fire: "danger",
  mediation: "people",
  youth: "swing",
  animals: "leaf",
  enforcement: "check",
  caretaker: "key",
  association: "office",
  team: "people",
  care: "heart",
};

export function partnerIcon(kind: string): string {
  return drawn[kind] ?? "phone";
}
