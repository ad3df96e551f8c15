import { parseDocument } from 'yaml'
import { canonicalKey } from '../archive/address.ts'

/** What a change of `feeds.yaml` does to its blogs, by id. */
export type Changes = {
  added: string[]
  changed: string[]
  removed: string[]
  /** Removed under one id and added under another, though it is the same feed. */
  renamed: { from: string; to: string }[]
  /** Ids that stood for a blog at another host, site and feed both. */
  reused: string[]
}

type Entry = { id: string; [field: string]: unknown }

/** Compares the text of `feeds.yaml` as it was (undefined: there was none) with the text as it is. Only entries with an id count. */
export function blogChanges(before: string | undefined, after: string): Changes {
  const [old, now] = [entriesOf(before), entriesOf(after)]
  const added = [...now.keys()].filter((id) => !old.has(id))
  const removed = [...old.keys()].filter((id) => !now.has(id))
  const stayed = [...now.values()].flatMap((entry) => {
    const was = old.get(entry.id)
    return was === undefined ? [] : [{ entry, was }]
  })
  return {
    added,
    changed: stayed.filter(({ entry, was }) => sorted(entry) !== sorted(was)).map(({ entry }) => entry.id),
    removed,
    renamed: removed.flatMap((from) => {
      const to = added.find((id) => feedKey(now.get(id)) === feedKey(old.get(from)))
      return to === undefined ? [] : [{ from, to }]
    }),
    reused: stayed
      .filter(({ entry, was }) => hostOf(entry.site) !== hostOf(was.site) && hostOf(entry.feed) !== hostOf(was.feed))
      .map(({ entry }) => entry.id),
  }
}

function entriesOf(text: string | undefined): Map<string, Entry> {
  const file: unknown = text === undefined ? undefined : parseDocument(text).toJS()
  const blogs = typeof file === 'object' && file !== null && 'blogs' in file && Array.isArray(file.blogs) ? file.blogs : []
  return new Map(blogs.filter(isEntry).map((entry) => [entry.id, entry]))
}

const isEntry = (entry: unknown): entry is Entry =>
  typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string'

const feedKey = (entry: Entry | undefined): string => canonicalKey(String(entry?.feed))

const hostOf = (address: unknown): string => canonicalKey(String(address)).split('/')[0] ?? ''

/** The same text for the same fields, in whatever order they are written. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
