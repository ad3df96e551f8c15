import type { Moderation } from '../config/moderation.ts'

/** A maintainer's word on a held blog. */
export type Word = 'release' | 'refuse'

/** The word on a blog that is held since then (ISO 8601): the last one given on that day or later. One given before was about another hold. */
export function wordOn({ release, refuse }: Pick<Moderation, Word>, blog: string, since: string): Word | undefined {
  const given = [
    ...release.map((one) => ({ ...one, word: 'release' as const })),
    ...refuse.map((one) => ({ ...one, word: 'refuse' as const })),
  ]
  return given
    .filter((one) => one.blog === blog && one.date >= since.slice(0, 10))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .at(-1)?.word
}
