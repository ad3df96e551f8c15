import { createHash } from 'node:crypto'
import { canonicalKey } from './address.ts'

/** What an entry can be known by: its guid, its address, its title on its day. */
export type Keys = { guid?: string; url: string; title: string; published: string }

/** A short hash, 12 hex digits: enough for one blog's posts and their addresses, and it tells nothing of what it stands for. */
export const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/**
 * For the entries of one feed, in order, the hashes of every key that names each of them alone, strongest first: guid, canonical
 * address. A key that several entries share (one guid for all, links to the home page) names none; where nothing else is left,
 * title and day do.
 */
export function aliasesOf(entries: Keys[]): string[][] {
  const keys = entries.map(
    ({ guid, url }) => new Set([...(guid === undefined ? [] : [`guid ${canonicalKey(guid)}`]), `url ${canonicalKey(url)}`]),
  )
  const uses = new Map<string, number>()
  for (const key of keys.flatMap((own) => [...own])) uses.set(key, (uses.get(key) ?? 0) + 1)
  return keys.map((own, index) => {
    const alone = [...own].filter((key) => uses.get(key) === 1)
    const { title = '', published = '' } = entries[index] ?? {}
    return (alone.length > 0 ? alone : [`title ${title} ${published.slice(0, 10)}`]).map(shortHash)
  })
}
