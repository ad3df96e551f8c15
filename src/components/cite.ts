import type { Interface } from '../i18n/interface.ts'
import type { Card } from '../planet/compose/planet.ts'

/** Authors that a sentence can bear; of more the first is named, "and others". */
const AUTHORS = 3

/**
 * A sentence by which a post can be cited, in the language of the interface: who wrote it as the feed gives it, its title, its blog,
 * its day and its address. A blog that nobody signs is named once.
 * @example "N. Puig. Fractions in the yard. Mates al pati, 3 November 2026. https://…"
 */
export function citation({ authors, title, source, published, url }: Card, { t, list, dates }: Interface): string {
  const people = authors.filter((author) => author !== source.title)
  const by = people.length > AUTHORS ? t('cite.others', { author: people[0] ?? '' }) : list(people)
  const where = t('cite.where', { blog: source.title, date: dates.day(published) })
  return [by, title === source.title ? '' : title, where, url]
    .filter((part) => part !== '')
    .map((part) => (part === url || /[.!?…。؟]$/u.test(part) ? part : `${part}.`))
    .join(' ')
}
