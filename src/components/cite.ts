import type { Interface } from '../i18n/interface.ts'
import type { Card } from '../planet/compose/planet.ts'

/** Authors that a sentence can bear; of more the first is named, "and others". */
const AUTHORS = 3

/**
 * A sentence by which a post can be cited, in the language of the interface: who wrote it as the feed gives it, its title, its blog,
 * its day and its address. A blog that nobody signs is named once. Names that are written the other way are isolated by the signs
 * that Unicode has for it, so that the sentence keeps its order, also where it is pasted.
 * @example "N. Puig. Fractions in the yard. Mates al pati, 3 November 2026. https://…"
 */
export function citation(card: Card, { dir, t, list, dates }: Interface): string {
  const { title, source, url } = card
  const name = (text: string): string => (card.dir === dir || text === '' ? text : `\u2068${text}\u2069`)
  const people = card.authors.filter((author) => author !== source.title).map(name)
  const by = people.length > AUTHORS ? t('cite.others', { author: people[0] ?? '' }) : list(people)
  const where = t('cite.where', { blog: name(source.title), date: dates.day(card.published) })
  const parts = [by, title === source.title ? '' : name(title), where].filter((part) => part !== '')
  return [...parts.map((part) => (/[.!?…。؟]\u2069?$/u.test(part) ? part : `${part}.`)), url].join(' ')
}
