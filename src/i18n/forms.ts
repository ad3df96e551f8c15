/** Counts in which every form of every language turns up: the small ones, and those of which French and Spanish say "of". */
const COUNTS = [...Array.from({ length: 102 }, (_, count) => count), 1_000_000]

/**
 * One count for each plural form of a language, the smallest: a sentence said for each is enough for a script to count with.
 * @example formCounts('ar') // {zero: 0, one: 1, two: 2, few: 3, many: 11, other: 100}
 */
export function formCounts(language: string): Partial<Record<Intl.LDMLPluralRule, number>> {
  const rules = new Intl.PluralRules(language)
  return Object.fromEntries(COUNTS.toReversed().map((count) => [rules.select(count), count]))
}
