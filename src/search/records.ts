import { labelIn } from '../feeds/item.ts'
import { shownIn } from '../feeds/shown.ts'
import { calendarOf } from '../planet/compose/calendar.ts'
import type { Card, Planet } from '../planet/compose/planet.ts'
import type { Topic } from '../planet/config/topics.ts'
import { plain } from '../planet/html/text.ts'
import { indexed } from './words.ts'

/** A post as Pagefind takes it: `addCustomRecord`. No string holds half a character, which would stop Pagefind's service. */
export type SearchRecord = {
  /** The permalink, from the root of the site. */
  url: string
  /** Primary subtag (ISO 639): there is an index for each. */
  language: string
  /** What is searched, see `indexed`. */
  content: string
  /** Words in the title weigh more. */
  meta: { title: string }
  /** Topic ids (`level` apart), year, and whether it has an open licence. */
  filters: Record<'topic' | 'level' | 'year' | 'open', string[]>
  result: Result
}

/**
 * What a result shows: what the post's card shows, and no more. `url` is the permalink from the root of the site, `href` the post
 * at its blog, `date` the day in the planet's time zone (`2026-11-02`), `lang` BCP 47, `blog` the id and the name of its blog. What is empty is left out.
 */
export type Result = {
  url: string
  title: string
  href: string
  blog: [id: string, name: string]
  author?: string
  date: string
  excerpt?: string
  lang: string
  dir?: 'rtl'
}

/** What of a planet can be searched, newest first: one record a post, which tells no more than its card. */
export function searchRecords(planet: Planet): SearchRecord[] {
  const shown = shownIn(planet)
  const calendar = calendarOf(planet.settings.timezone)
  const topics = (ids: string[]): Topic[] => ids.flatMap((id) => planet.vocabulary.get(id) ?? [])
  return planet.posts.map((card) => {
    const { title, text, authors, tags } = shown(card)
    const language = primary(card.language)
    const named = topics(card.topics)
    const all = [...named, ...topics(card.topicsFromBlog)]
    const [levels, others] = [all.filter(isLevel), all.filter((topic) => !isLevel(topic))]
    const words = [
      ...tags,
      // Of what the blog says of itself only the names, and no levels: else each post of a mathematics blog would answer to
      // "geometry", and every post of a school to "education".
      ...[...named, ...others].flatMap((topic) => labels(topic, [language, ...planet.settings.languages])),
      ...named.flatMap((topic) => topic.synonyms[language] ?? []),
      ...authors,
      plain(card.source.title),
    ]
    return {
      url: card.permalink,
      language,
      content: indexed([title, text, ...new Set(words)].join(' ')),
      meta: { title: indexed(title) },
      filters: {
        topic: others.map(({ id }) => id),
        level: levels.map(({ id }) => id),
        year: [card.published.slice(0, 4)],
        open: card.openLicence === undefined ? [] : ['yes'],
      },
      result: resultOf(card, title, text, authors, calendar(card.published)),
    }
  })
}

function resultOf(card: Card, title: string, excerpt: string, authors: string[], date: string): Result {
  const name = plain(card.source.title)
  const author = authors.filter((one) => one !== name).join(', ')
  return {
    url: card.permalink,
    title: title || excerpt || name,
    href: new URL(card.url).href,
    blog: [card.source.id, name],
    ...(author === '' ? {} : { author }),
    date,
    ...(excerpt === '' || title === '' ? {} : { excerpt }),
    lang: card.language,
    ...(card.dir === 'rtl' ? { dir: card.dir } : {}),
  }
}

const isLevel = ({ facet }: Topic): boolean => facet === 'level'

const labels = (topic: Topic, languages: string[]): string[] =>
  languages.flatMap((language) => labelIn(topic.labels, language) ?? [])

const primary = (language: string): string => new Intl.Locale(language).language
