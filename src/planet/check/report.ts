import type { Interface } from '../../i18n/interface.ts'
import type { Card } from '../compose/planet.ts'
import type { Topics } from '../config/topics.ts'
import type { Look } from './look.ts'
import { asAddress, asLink, asWords } from './markdown.ts'
import { failing, notes } from './notes.ts'

/** How many posts are shown as they will look. */
const SHOWN = 5

/** What one blog's author reads about it, in Markdown: whether the feed is well, what is in it, what to mend, how it will look. */
export function reportOf(look: Look, ui: Interface, topics: Topics): string {
  const { t } = ui
  const { blog } = look
  const wrong = failing(look, ui)
  const facts = wrong === undefined ? factsOf(look, ui, topics) : []
  const told = notes(look, ui)
  return [
    `### ${asLink(blog.title, blog.site)} (\`${blog.id}\`)`,
    wrong === undefined
      ? `✅ ${t('report.well')} ${asAddress(blog.feed)}`
      : `❌ **${t('report.not-read')}** ${asAddress(blog.feed)}`,
    ...(wrong === undefined ? [] : [wrong]),
    ...(facts.length > 0 ? [facts.map(([name, value]) => `- ${name}: ${value}`).join('\n')] : []),
    ...(told.length > 0 ? [told.map((note) => `- ⚠️ ${note}`).join('\n')] : []),
    ...(look.cards.length > 0
      ? [`#### ${t('report.last')}`, ...look.cards.slice(0, SHOWN).map((card) => cardOf(card, ui, topics))]
      : []),
  ].join('\n\n')
}

function factsOf({ read, format, cards }: Look, ui: Interface, topics: Topics): [string, string][] {
  const { t } = ui
  const title =
    read?.ok && read.feed.title ? [[t('report.title'), asWords(read.feed.title.slice(0, 300))] satisfies [string, string]] : []
  const kind = format === undefined ? [] : [[t('report.format'), format] satisfies [string, string]]
  const [newest, oldest] = [cards[0], cards.at(-1)]
  if (newest === undefined || oldest === undefined) return [...title, ...kind]
  const dates = { first: ui.dates.day(oldest.published), last: ui.dates.day(newest.published) }
  const languages = counted(cards.map(({ language }) => ui.languageName(language)))
  const named = counted(cards.flatMap((card) => card.topics.map((id) => labelOf(id, ui, topics))))
  const tags = counted(cards.flatMap((card) => card.freeTags.map(({ text }) => text)))
  return [
    ...title,
    ...kind,
    [t('report.posts'), t('report.posts-between', { count: cards.length, ...dates })],
    [t('report.languages'), languages],
    [t('report.topics'), named || t('report.no-topics')],
    ...(tags === '' ? [] : [[t('report.tags'), tags] satisfies [string, string]]),
  ]
}

/** A post as a quotation: title, date and topics, the excerpt. */
function cardOf(card: Card, ui: Interface, topics: Topics): string {
  const about = card.topics.map((id) => asWords(labelOf(id, ui, topics)))
  const lines = [
    `**${asLink(card.title || card.url, card.url)}**`,
    [ui.dates.day(card.published), ...about].join(' · '),
    ...(card.excerpt === '' ? [] : [asWords(card.excerpt)]),
  ]
  return lines.map((line) => `> ${line}`).join('\n>\n')
}

const labelOf = (id: string, ui: Interface, { topics }: Topics): string => {
  const topic = topics.get(id)
  return topic === undefined ? id : ui.label(topic.labels).text
}

/** Words with how often they come, most first, at most twenty: `Mathematics (4), Games (1)`. */
function counted(words: string[]): string {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 20)
    .map(([word, count]) => `${asWords(word)} (${count})`)
    .join(', ')
}
