import type { Blog } from '../../../src/planet/config/feeds-file.ts'
import type { Entry, Feed } from '../../../src/planet/parse/feed.ts'
import { asUntrusted } from '../../../src/planet/parse/feed.ts'
import {
  CATALAN_YEAR,
  ECONOMY,
  ENGLISH,
  ESSAYS,
  GAMBLING_LESSON,
  GUESTS,
  NEW_AUTHOR,
  PHARMACY,
  PREVENTION,
} from './honest-texts.ts'
import { sampleOf, samples } from './samples.ts'
import { entry } from './support.ts'

/** What honest blogs do that looks like another nature. Two states of a feed; `movedTo` where the old address redirects. */
export type Change = { name: string; blog: Blog; before: Feed; after: Feed; movedTo?: string }

/** The same entry as another software would name it. */
const renamed = (one: Entry, n: number, host?: string): Entry => {
  const base = host ?? new URL(one.url ?? '').host
  return {
    ...one,
    id: `5f3a0b1c2d3e4f5a6b7c${String(n).padStart(4, '0')}`,
    url: `https://${base}/notes/${n}-${(one.published ?? '').slice(0, 10)}x`,
  }
}

/** Entries of a blog in our own words: title and text parted by a bar. */
const written = (texts: string[], blog: Blog, fields: Partial<Parameters<typeof entry>[0]> = {}): Entry[] =>
  texts.map((text, n) => {
    const [title = '', body = ''] = text.split('|')
    const url = `${blog.site}2026/new-${n}-entry/`
    return entry({
      id: url,
      url,
      title,
      html: `<p>${body}</p>`,
      published: new Date(Date.parse('2026-11-21T08:00:00Z') - n * 3 * 86_400_000).toISOString(),
      ...fields,
    })
  })

const halves = (entries: Entry[]): [Entry[], Entry[]] => {
  const middle = Math.ceil(entries.length / 2)
  return [entries.slice(middle), entries.slice(0, middle)]
}

/** A year passed, the window of the feed shows only what is new. */
const returns = [...samples.values()].map(({ blog, feed }): Change => {
  const [old, recent] = halves(feed.entries)
  return {
    name: `${blog.id}: comes back, the feed shows only what is new`,
    blog,
    before: { ...feed, entries: old },
    after: { ...feed, entries: recent },
  }
})

/** New software on a new host, the old posts left behind, no redirect. */
const startsAnew = ['number-line', 'cuaderno-de-campo', 'fizika-na-podokonnike', 'mare-de-leituras'].map((id): Change => {
  const { blog, feed } = sampleOf(id)
  const [old, recent] = halves(feed.entries)
  return {
    name: `${id}: new host and software, old posts left behind`,
    blog,
    before: { ...feed, entries: old },
    after: { ...feed, entries: recent.map((one, n) => renamed(one, n, 'new.example.school')) },
  }
})

function special(name: string, id: string, change: (feed: Feed, blog: Blog) => Feed, movedTo?: string): Change {
  const { blog, feed } = sampleOf(id)
  return { name, blog, before: feed, after: change(feed, blog), ...(movedTo === undefined ? {} : { movedTo }) }
}

const spanish = sampleOf('el-almendral')
const links = Array.from({ length: 40 }, (_, n) => `<a href="https://recursos-${n}.example.org/">recurso ${n}</a>`).join(' ')

const specials: Change[] = [
  special('a redesign: another theme, everything else as it was', 'el-almendral', (feed) => ({ ...feed, language: 'en-US' })),
  special('a theme in English says that a Spanish blog is English', 'cuaderno-de-campo', (feed, blog) => {
    const fresh = halves(feed.entries)[1].map((one, n) => ({
      ...renamed(one, n),
      language: 'en-US',
      title: asUntrusted(`Día ${n}: ${one.title}`),
      published: `2026-11-2${n}T09:00:00Z`,
    }))
    return { ...feed, language: 'en-US', title: asUntrusted(blog.title), entries: fresh }
  }),
  special(
    'a new host to which the old one redirects, only new posts',
    'el-almendral',
    (feed, blog) => ({
      ...feed,
      title: asUntrusted('La revista del patio'),
      entries: written(GUESTS, { ...blog, site: 'https://revista.example.school/' }, { authors: ['Redacción'] }),
    }),
    'https://revista.example.school/feed',
  ),
  special('six guest posts in a row', 'el-almendral', (feed, blog) => ({
    ...feed,
    entries: written(GUESTS, blog).map((one, n) => ({ ...one, authors: [`Invitada ${n}`] })),
  })),
  special('a series in another language among the usual posts', 'mates-al-pati', (feed, blog) => ({
    ...feed,
    entries: [...written(ENGLISH, blog), ...feed.entries.slice(0, 6)],
  })),
  special(
    'a series in another language, by the same author, and nothing else in the feed',
    'cuaderno-de-campo',
    (feed, blog) => ({ ...feed, entries: written(ENGLISH, blog, { authors: ['Profe Alcaraván'] }) }),
  ),
  special('a blog that goes on in the language of its new school', 'cuaderno-de-campo', (feed, blog) => ({
    ...feed,
    entries: written(CATALAN_YEAR, blog, { authors: ['Profe Alcaraván'] }),
  })),
  special('a new category about something else', 'el-almendral', (feed, blog) => ({
    ...feed,
    entries: [...written(PHARMACY.slice(0, 3), blog, { tags: ['FP Farmacia'] }), ...feed.entries.slice(0, 5)],
  })),
  special('a post with forty links', 'el-almendral', (feed, blog) => ({
    ...feed,
    entries: [...written([`Cuarenta recursos para la semana|Elegid: ${links}`], blog), ...feed.entries.slice(0, 8)],
  })),
  special('a list of links as the only entry of the feed', 'el-almendral', (feed, blog) => ({
    ...feed,
    entries: written([`Cuarenta recursos para la semana|Elegid: ${links}`], blog),
  })),
  special('a new author takes the blog over', 'cuaderno-de-campo', (feed, blog) => ({
    ...feed,
    entries: written(NEW_AUTHOR, blog, { authors: ['Profe Abubilla'] }),
  })),
  special('a post on gambling as a lesson', 'el-almendral', (feed, blog) => ({
    ...feed,
    entries: [...written([GAMBLING_LESSON], blog), ...feed.entries.slice(0, 8)],
  })),
  special('a post on gambling as the only entry of the feed', 'el-almendral', (feed, blog) => ({
    ...feed,
    entries: written([GAMBLING_LESSON], blog),
  })),
  special('a week against gambling', 'el-almendral', (feed, blog) => ({
    ...feed,
    entries: [...written(PREVENTION, blog), ...feed.entries.slice(0, 6)],
  })),
  special('loans of books, credits in Economics, thirty years in Roman numbers', 'el-almendral', (feed, blog) => ({
    ...feed,
    entries: written(ECONOMY, blog, { authors: ['Equipo de El Almendral'] }),
  })),
  {
    name: 'a blog of students of pharmacy',
    blog: spanish.blog,
    before: {
      ...spanish.feed,
      entries: written(PHARMACY, spanish.blog).map((one, n) => ({
        ...renamed(one, n),
        published: `2026-0${n + 1}-05T08:00:00Z`,
      })),
    },
    after: {
      ...spanish.feed,
      entries: written(
        PHARMACY.map((text) => text.replace('|', ', segunda parte|De nuevo: ')),
        spanish.blog,
      ),
    },
  },
  special('lessons on writing essays', 'number-line', (feed, blog) => ({
    ...feed,
    entries: written(ESSAYS, blog, { authors: ['Ms Tangent'] }),
  })),
  special('the first post after a new name', 'el-almendral', (feed, blog) => ({
    ...feed,
    title: asUntrusted('Bitácora de la colina'),
    entries: [...written([GUESTS[0] ?? ''], blog), ...feed.entries.slice(0, 7)],
  })),
  special('a new name, host and software together, the old posts brought along', 'mare-de-leituras', (feed) => ({
    ...feed,
    title: asUntrusted('Outra margem'),
    entries: feed.entries.map((one, n) => renamed(one, n, 'margem.example.pt')),
  })),
  special('the whole archive in the feed at once', 'corridor-seven', (feed) => ({
    ...feed,
    entries: [
      ...feed.entries,
      ...Array.from({ length: 60 }, (_, n) => ({
        ...renamed(feed.entries[n % 10] as Entry, n + 100),
        title: asUntrusted(`From the attic ${n}`),
        published: `2019-0${(n % 9) + 1}-1${n % 10}T08:00:00Z`,
      })),
    ],
  })),
  {
    name: 'a blog of which two posts are kept',
    blog: spanish.blog,
    before: { ...spanish.feed, entries: spanish.entries.slice(0, 2) },
    after: { ...spanish.feed, entries: written(ENGLISH, spanish.blog) },
  },
  { name: 'a first import', blog: spanish.blog, before: { ...spanish.feed, entries: [] }, after: spanish.feed },
  special('a feed that shows nothing for a while', 'el-almendral', (feed) => ({ ...feed, entries: [] })),
]

/** Honest changes; those of the fixtures of moves come to them. */
export const HONEST: Change[] = [...returns, ...startsAnew, ...specials]
