import { tagKey } from '../config/tag-key.ts'
import { hostOf } from './address.ts'
import type { Draft } from './draft.ts'
import type { HoldCode, HoldSignal, Post } from './post.ts'
import { tradeWords } from './trade-words.ts'
import { familiarity } from './vocabulary.ts'

/** The kept posts of a blog, newest last, and what is new in its feed. `title`: the feed's and the one in feeds.yaml. */
export type Change = {
  kept: Post[]
  fresh: Draft[]
  entries: number
  site: string
  titles: { now?: string; known: string }
}

type Entry = Pick<Post, 'title' | 'excerpt' | 'tags' | 'authors' | 'links' | 'url' | 'published'>

const DAY = 86_400_000
/** What most of the new posts do, they all do: one may always be about something else. */
const MOST = 0.6
const NEARLY_ALL = 0.9

/**
 * What in a feed is of another nature than what is kept, each with the part of the new posts (in percent) that show it:
 *
 * | code     | what is new                                                                       |
 * |----------|-----------------------------------------------------------------------------------|
 * | ids      | nothing in the feed is known, three entries at least                              |
 * | host     | all live on a host that no kept post lives on                                     |
 * | language | the small words of the blog's language are gone                                   |
 * | topics   | the language is the same, but the words are those of other things                 |
 * | words    | words of gambling, pharmacies, loans, adult pages, essay mills, shops, link farms |
 * | links    | most link to hosts that the blog never linked to, and it did not use to link out  |
 * | authors  | none is by anybody who wrote here                                                 |
 * | title    | the feed bears another name                                                       |
 * | pace     | eight or more within two days, where there were not so many in a week             |
 */
export function signalsOf(change: Change): HoldSignal[] {
  const { language, topics } = familiarity(change.kept.map(textOf), change.fresh.map(textOf))
  const found: Record<HoldCode, number> = {
    ids: change.entries >= 3 && change.fresh.length === change.entries ? 1 : 0,
    host: hostChange(change),
    language,
    topics: language > 0 ? 0 : topics,
    words: wordChange(change),
    links: linkChange(change),
    authors: authorChange(change),
    title: titleChange(change),
    pace: paceChange(change),
  }
  return Object.entries(found)
    .filter(([, part]) => part > 0)
    .map(([code, part]) => ({ code: code as HoldCode, value: Math.round(part * 100) }))
}

/** Whether somebody who wrote here before signs most of the new posts, by a name that is not a role. */
export function isSignedByKnown({ kept, fresh }: Pick<Change, 'kept' | 'fresh'>): boolean {
  const known = namesIn(kept)
  return part(fresh, ({ authors }) => authors.some((author) => namesOf(author).some((name) => known.has(name)))) >= 0.5
}

const textOf = ({ title, excerpt, tags }: Entry): string => [title, excerpt, ...tags].join('. ')

const part = <T>(all: T[], holds: (one: T) => boolean): number => (all.length === 0 ? 0 : all.filter(holds).length / all.length)

/** `blog.example.org` and `example.org` are of one house. */
const isSameHouse = (a: string, b: string): boolean => a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)

function hostChange({ kept, fresh, site }: Change): number {
  const hosts = [...new Set([site, ...kept.map(({ url }) => url)].map(hostOf))]
  const strange = part(fresh, ({ url }) => !hosts.some((host) => isSameHouse(host, hostOf(url))))
  return strange >= NEARLY_ALL ? strange : 0
}

/** A post that speaks two words of trade, or one in its title, is of the trade; what a blog used to say does not count. */
function wordChange({ kept, fresh }: Change): number {
  const isOfTrade = (entry: Entry): boolean => tradeWords(textOf(entry)) >= 2 || tradeWords(entry.title) >= 1
  const usual = part(kept, isOfTrade)
  const now = part(fresh, isOfTrade)
  return usual >= 0.2 ? 0 : Math.max(0, now - usual)
}

function linkChange({ kept, fresh, site }: Change): number {
  const own = [...new Set([site, ...kept.map(({ url }) => url), ...fresh.map(({ url }) => url)].map(hostOf))]
  const outward = ({ links }: Entry): string[] =>
    links.map(hostOf).filter((host) => !own.some((house) => isSameHouse(house, host)))
  const known = new Set(kept.flatMap(outward))
  const strange = part(fresh, (entry) => outward(entry).some((host) => !known.has(host)))
  const isUsual = part(kept, (entry) => outward(entry).length > 0) > 0.3
  return strange >= MOST && !isUsual ? strange : 0
}

const ROLES = new Set([
  'admin',
  'administrator',
  'administrador',
  'editor',
  'author',
  'autor',
  'user',
  'webmaster',
  'wordpress',
  'staff',
])

/** A name and its words, by which two ways to write it meet: "nuria" and "Núria P.". */
const namesOf = (author: string): string[] =>
  [
    tagKey(author),
    ...author
      .split(/[\s@._,()-]+/)
      .map(tagKey)
      .filter(({ length }) => length >= 3),
  ].filter((name) => !ROLES.has(name))

const namesIn = (entries: Entry[]): Set<string> => new Set(entries.flatMap(({ authors }) => authors.flatMap(namesOf)))

function authorChange({ kept, fresh }: Change): number {
  const known = namesIn(kept)
  if (part(kept, ({ authors }) => authors.length > 0) < 0.5 || known.size === 0) return 0
  const strange = part(fresh, ({ authors }) => !authors.some((author) => namesOf(author).some((name) => known.has(name))))
  return strange >= NEARLY_ALL ? strange : 0
}

/** Names of a blog that share no word are two. */
function titleChange({ titles: { now, known } }: Change): number {
  const wordsOf = (title: string): string[] =>
    title
      .split(/[^\p{L}\p{N}]+/u)
      .map(tagKey)
      .filter((word) => word.length >= 4)
  const words = wordsOf(now ?? '')
  const before = new Set(wordsOf(known))
  return words.length === 0 || before.size === 0 || words.some((word) => before.has(word)) ? 0 : 1
}

function paceChange({ kept, fresh }: Change): number {
  const most = (entries: Entry[], days: number): number => {
    const times = entries.map(({ published }) => Date.parse(published)).sort((a, b) => a - b)
    let [start, best] = [0, 0]
    for (const [end, time] of times.entries()) {
      while (time - (times[start] ?? time) > days * DAY) start++
      best = Math.max(best, end - start + 1)
    }
    return best
  }
  const now = most(fresh, 2)
  return now >= 8 && most(kept, 7) < 8 ? now / fresh.length : 0
}
