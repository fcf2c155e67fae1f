import type { Language, Rule, RuleText } from "./values";

export interface Shown extends RuleText {
  language: Language;
}

/** What is shown of a rule: in this language where there is a translation, else in Dutch. */
export function textOf(rule: Rule, wanted: Language): Shown {
  return inLanguage(rule, wanted) ?? inLanguage(rule, "nl") ?? inLanguage(rule, rule.language)!;
}

function inLanguage(rule: Rule, language: Language): Shown | null {
  if (rule.language === language) {
    const { title, text, checked } = rule;
    return { title, text, checked, language };
  }
  const found = rule.translations[language];
  return found ? { ...found, language } : null;
}

/** Those that hold every word, whatever its accents and capitals. */
export function search(rules: Rule[], words: string, language: Language): Rule[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  return rules.filter((rule) => {
    const { title, text } = textOf(rule, language);
    const all = folded(`${title} ${text}`);
    return wanted.every((word) => all.includes(word));
  });
}

function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
}
