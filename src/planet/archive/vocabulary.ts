/** So many words are needed to say anything, of what is kept and of what is new. */
const ENOUGH_KEPT = 100
const ENOUGH_FRESH = 25
/** A language is known by its most frequent short words. */
const SMALL_WORDS = 40
const SMALL = 4
/** Related languages (Spanish and Catalan, Spanish and Portuguese) keep half of each other's small words. */
const ANOTHER_LANGUAGE = 0.35
/** Words meet by their first letters, so that endings do not part them. */
const STEM = 5
const OTHER_TOPICS = 0.5

/**
 * How strange new texts are beside kept ones (oldest first): 0 for familiar, up to 1. `language`: the small words of the kept texts
 * are missing; `topics`: so are their long ones, which is measured by how many words of the newest kept texts the older ones have.
 * Needs no lists of any language. Both are 0 where there is too little text to tell.
 */
export function familiarity(kept: string[], fresh: string[]): { language: number; topics: number } {
  const [before, now] = [kept.map(wordsOf), fresh.map(wordsOf)]
  if (before.flat().length < ENOUGH_KEPT || now.flat().length < ENOUGH_FRESH) return { language: 0, topics: 0 }
  return { language: languageChange(before.flat(), now.flat()), topics: topicChange(before, now.flat()) }
}

/** Words in small letters; a script without blanks counts each letter. */
const wordsOf = (text: string): string[] =>
  text.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}]+/gu) ?? []

function languageChange(before: string[], now: string[]): number {
  const counts = new Map<string, number>()
  for (const word of before) if (word.length <= SMALL) counts.set(word, (counts.get(word) ?? 0) + 1)
  const small = new Set(
    [...counts]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, SMALL_WORDS)
      .map(([word]) => word),
  )
  const ratio = partIn(now, small) / partIn(before, small)
  return ratio < ANOTHER_LANGUAGE ? 1 : 0
}

function topicChange(before: string[][], now: string[]): number {
  const cut = Math.ceil((before.length * 2) / 3)
  const usual = partIn(stemsOf(before.slice(cut).flat()), new Set(stemsOf(before.slice(0, cut).flat())))
  const fresh = stemsOf(now)
  if (usual === 0 || fresh.length < ENOUGH_FRESH) return 0
  const ratio = partIn(fresh, new Set(stemsOf(before.flat()))) / usual
  return ratio < OTHER_TOPICS ? 1 - ratio : 0
}

const stemsOf = (words: string[]): string[] => words.filter(({ length }) => length >= STEM).map((word) => word.slice(0, STEM))

const partIn = (words: string[], known: ReadonlySet<string>): number =>
  words.length === 0 ? 0 : words.filter((word) => known.has(word)).length / words.length
