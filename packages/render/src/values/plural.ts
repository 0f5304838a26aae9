/** The forms that a noun takes behind a number; a language uses those that its plural rules tell apart. */
export type PluralForms = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/**
 * The form of a noun behind a number.
 *
 * @param exact an exact decimal; null where several numbers stand before the noun
 */
export function plural(locale: string, exact: string | null, forms: PluralForms): string {
  const category = exact === null ? "many" : new Intl.PluralRules(locale).select(countable(exact));
  return forms[category] ?? forms.other;
}

/** Plural rules look at the last digits and at whether there is a fraction: a long number may be cut to those. */
function countable(exact: string): number {
  const [whole = "0", fraction = ""] = exact.replace("-", "").split(".");
  const last = whole.length > 6 ? `1${whole.slice(-4)}` : whole;
  return Number(/[1-9]/u.test(fraction) ? `${last}.5` : last);
}
