import { createHash } from 'node:crypto'
import { canonicalKey } from './address.ts'

/** What an entry can be known by: its guid, its address, its title on its day (where it has one of its own). */
export type Keys = { guid?: string; url: string; title: string; published: string; dateGuessed?: true }

/** A short hash, 12 hex digits: enough for one blog's posts and their addresses, and it tells nothing of what it stands for. */
export const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/**
 * For the entries of one feed, in order, the hashes of every key that names each of them alone, strongest first: guid, canonical
 * address. A key that several entries share (one guid for all) names none, and neither does the address of the blog itself (`home`,
 * as canonical keys); where nothing else is left, title and day do.
 */
export function aliasesOf(entries: Keys[], home: ReadonlySet<string>): string[][] {
  const keys = entries.map(({ guid, url }) => {
    const address = canonicalKey(url)
    return new Set([
      ...(guid === undefined ? [] : [`guid ${canonicalKey(guid)}`]),
      ...(home.has(address) ? [] : [`url ${address}`]),
    ])
  })
  const uses = new Map<string, number>()
  for (const key of keys.flatMap((own) => [...own])) uses.set(key, (uses.get(key) ?? 0) + 1)
  return keys.map((own, index) => {
    const alone = [...own].filter((key) => uses.get(key) === 1)
    return (alone.length > 0 ? alone : [titleKey(entries[index])]).map(shortHash)
  })
}

function titleKey(entry: Keys | undefined): string {
  const day = entry === undefined || entry.dateGuessed ? '' : entry.published.slice(0, 10)
  return `title ${entry?.title ?? ''} ${day}`
}
