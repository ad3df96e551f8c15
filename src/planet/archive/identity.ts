import { hash } from 'node:crypto'
import { canonicalKey } from './address.ts'

/** What an entry can be known by: its guid, its address, its title on its day (where it has one of its own). */
export type Named = { guid?: string; url: string; title: string; published: string; dateGuessed?: true }

/** One key of an entry as the archive keeps it. `counted`: it only counts (`?p=5`), and software that is set up anew counts anew. */
export type Key = { alias: string; counted: boolean }

/** A short hash, 12 hex digits: enough for one blog's posts and their addresses, and it tells nothing of what it stands for. */
export const shortHash = (text: string): string => hash('sha256', text).slice(0, 12)

/**
 * For the entries of one feed, in order, every key that names each of them alone, strongest first: guid, canonical address. A key
 * that several entries share (one guid for all) names none, and neither does the address of the blog itself (`home`, as canonical
 * keys); where nothing else is left, title and day do.
 */
export function keysOf(entries: Named[], home: ReadonlySet<string>): Key[][] {
  const keys = entries.map(({ guid, url }) => {
    const address = canonicalKey(url)
    return new Set([
      ...(guid === undefined ? [] : [`guid ${guid === url ? address : canonicalKey(guid)}`]),
      ...(home.has(address) ? [] : [`url ${address}`]),
    ])
  })
  const uses = new Map<string, number>()
  for (const key of keys.flatMap((own) => [...own])) uses.set(key, (uses.get(key) ?? 0) + 1)
  return keys.map((own, index) => {
    const alone = [...own].filter((key) => uses.get(key) === 1)
    if (alone.length === 0) return [{ alias: shortHash(titleKey(entries[index])), counted: false }]
    return alone.map((key) => ({ alias: shortHash(key), counted: isCounted(key) }))
  })
}

function titleKey(entry: Named | undefined): string {
  const day = entry === undefined || entry.dateGuessed ? '' : entry.published.slice(0, 10)
  return `title ${entry?.title ?? ''} ${day}`
}

/**
 * Whether what tells a key from the next one is a short number: `?p=5`, `/node/71`, `/blog/2015-03-02-15` (uCoz). Words, UUIDs and
 * the long numbers of the great platforms are never given twice.
 */
function isCounted(key: string): boolean {
  const last = key.split(/[?&/#: ]/).findLast((part) => part !== '') ?? ''
  const value = last.slice(last.lastIndexOf('=') + 1).replace(/\.\w{2,5}$/, '')
  return /^\P{L}*\d\P{L}*$/u.test(value) && !/\d{8}/.test(value)
}
