import { labelIn } from '../feeds/item.ts'
import { shownIn } from '../feeds/shown.ts'
import type { Card, Planet } from '../planet/compose/planet.ts'
import type { Topic } from '../planet/config/topics.ts'
import { plain } from '../planet/html/text.ts'

/** A post as Pagefind takes it: `addCustomRecord`. No string holds half a character, which would stop Pagefind's service. */
export type SearchRecord = {
  /** The permalink, from the root of the site. */
  url: string
  /** Primary subtag (ISO 639): there is an index for each. */
  language: string
  /** What is searched. */
  content: string
  /**
   * What a result shows: `href` is the post at its blog, `date` ISO 8601 UTC, `lang` BCP 47, `blog` and `author` names.
   * Pagefind searches in these too: the page that asks weighs all but the title as nothing (`ranking.metaWeights`).
   */
  meta: Record<'title' | 'href' | 'blog' | 'author' | 'date' | 'excerpt' | 'lang', string>
  /** Topic ids (`level` apart), primary language subtag, year. */
  filters: Record<'topic' | 'level' | 'language' | 'year', string[]>
  sort: { date: string }
}

/** What of a planet can be searched: one record a post, which tells no more than its card. */
export function searchRecords(planet: Planet): SearchRecord[] {
  const shown = shownIn(planet)
  const topics = (ids: string[]): Topic[] => ids.flatMap((id) => planet.vocabulary.get(id) ?? [])
  return planet.posts.map((card) => {
    const { title, text, authors, tags } = shown(card)
    const language = primary(card.language)
    const named = topics(card.topics)
    const all = [...named, ...topics(card.topicsFromBlog)]
    const [levels, others] = [all.filter(isLevel), all.filter((topic) => !isLevel(topic))]
    const words = [
      ...tags,
      ...all.flatMap((topic) => labels(topic, [language, ...planet.settings.languages])),
      // Of what the blog says of itself only the names: else each post of a mathematics blog would answer to "geometry".
      ...named.flatMap((topic) => topic.synonyms[language] ?? []),
      ...authors,
      plain(card.source.title),
    ]
    return {
      url: card.permalink,
      language,
      content: [title, text, [...new Set(words)].join(', ')]
        .filter((part) => part !== '')
        .join('\n')
        .toWellFormed(),
      meta: metaOf(card, title, text, authors),
      filters: {
        topic: others.map(({ id }) => id),
        level: levels.map(({ id }) => id),
        language: [language],
        year: [card.published.slice(0, 4)],
      },
      sort: { date: card.published },
    }
  })
}

function metaOf(card: Card, title: string, excerpt: string, authors: string[]): SearchRecord['meta'] {
  return {
    title: title === '' ? excerpt : title,
    href: new URL(card.url).href,
    blog: plain(card.source.title),
    author: authors.join(', '),
    date: card.published,
    excerpt,
    lang: card.language,
  }
}

const isLevel = ({ facet }: Topic): boolean => facet === 'level'

const labels = (topic: Topic, languages: string[]): string[] =>
  languages.flatMap((language) => labelIn(topic.labels, language) ?? [])

const primary = (language: string): string => new Intl.Locale(language).language
