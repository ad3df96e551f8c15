import type { Draft } from './draft.ts'
import { shortHash } from './identity.ts'
import type { Post } from './post.ts'
import { type Recognised, recognise } from './recognise.ts'
import { revise } from './revise.ts'
import type { Shelves } from './shelves.ts'

/** What a feed brought to a blog's kept posts. `posts` is the very same array where there was nothing new. */
export type Merged = { posts: Post[]; added: Post[]; edited: Post[] }

/** When and where posts arrive. `taken`: ids that are given already, beside those of what is kept. */
export type Arrival = { now: string; shelves: Pick<Shelves, 'place'>; taken?: Iterable<string> }

/**
 * Merges the drafts of one feed into what is kept of its blog. A draft that is recognised is that post: edits are taken over in place,
 * id, shelf and first sight never change. What the feed no longer has, stays.
 * @param arrival with `home`: canonical keys of the blog's own addresses, which name no post
 */
export function merge(kept: Post[], drafts: Draft[], arrival: Arrival & { home: ReadonlySet<string> }): Merged {
  return mergeRecognised(kept, recognise(kept, drafts, arrival.home), arrival)
}

/** Merges what was recognised already. New posts get their places in the order of their dates. */
export function mergeRecognised(kept: Post[], recognised: Recognised[], { now, shelves, taken = [] }: Arrival): Merged {
  const ids = new Set([...taken, ...kept.map(({ id }) => id)])
  const current = new Map<string, Post>()
  const named = new Map<string, string>()
  const added: Post[] = []
  const edited: Post[] = []
  for (const { draft, aliases, post } of recognised.toSorted((a, b) => compare(a.draft.published, b.draft.published))) {
    if (post === undefined) {
      const fresh = create(draft, aliases, ids, { now, shelves })
      ids.add(fresh.id)
      added.push(fresh)
      for (const alias of aliases) named.set(alias, fresh.id)
      continue
    }
    for (const alias of aliases) named.set(alias, post.id)
    const revised = revise(post, draft, aliases, now)
    if (revised === post) continue
    current.set(post.id, revised)
    edited.push(revised)
  }
  if (added.length + edited.length === 0) return { posts: kept, added, edited }
  const old = kept.map((post) => withoutKeysOfOthers(current.get(post.id) ?? post, named))
  return { posts: [...old, ...added].sort(byDate), added, edited }
}

/** A key names one post: the one that the feed gives it to now. */
function withoutKeysOfOthers(post: Post, named: ReadonlyMap<string, string>): Post {
  const own = post.aliases.filter((alias) => (named.get(alias) ?? post.id) === post.id)
  return own.length === post.aliases.length ? post : { ...post, aliases: own }
}

/** Oldest first, by published, then id: the order on disk, so that news is appended. */
export const byDate = (a: Post, b: Post): number => compare(a.published, b.published) || compare(a.id, b.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function create(draft: Draft, aliases: string[], ids: ReadonlySet<string>, { now, shelves }: Arrival): Post {
  const { blog, url, ...rest } = draft
  return {
    id: freeId(draft, aliases, ids),
    blog,
    url,
    aliases,
    ...rest,
    firstSeen: now,
    shelf: shelves.place(draft.published),
  }
}

/** The id of a new post: of its first key that no other post was named by; numbers that were given anew need more to tell them apart. */
function freeId({ blog, title, published }: Draft, aliases: string[], ids: ReadonlySet<string>): string {
  const names = [...aliases, `${aliases[0]} ${title} ${published}`, `${aliases[0]} ${title} ${published} ${ids.size}`]
  const id = names.map((name) => shortHash(`${blog} ${name}`)).find((id) => !ids.has(id))
  if (id === undefined) throw new Error(`no id is left for "${title}" of ${blog}`)
  return id
}
