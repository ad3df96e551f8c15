import type { Draft } from './draft.ts'
import { aliasesOf, shortHash } from './identity.ts'
import type { Post } from './post.ts'
import type { Shelves } from './shelves.ts'

/** What a feed brought to a blog's kept posts. `posts` is the very same array where there was nothing new. */
export type Merged = { posts: Post[]; added: Post[]; edited: Post[] }

/** When and where drafts arrive. `home`: canonical keys of the blog's own addresses, which name no post. */
export type Arrival = { now: string; shelves: Shelves; home: ReadonlySet<string> }

/**
 * Merges the drafts of one feed into what is kept of its blog. A draft that is known by its guid or address is that post:
 * edits are taken over in place, id, shelf and first sight never change. What the feed no longer has, stays.
 */
export function merge(kept: Post[], drafts: Draft[], { now, shelves, home }: Arrival): Merged {
  const byAlias = new Map(kept.flatMap((post) => post.aliases.map((alias): [string, Post] => [alias, post])))
  const current = new Map<string, Post>()
  const added = new Set<string>()
  const edited = new Set<string>()
  const ordered = drafts.toSorted((a, b) => compare(a.published, b.published))
  const names = aliasesOf(ordered, home)
  for (const [index, draft] of ordered.entries()) {
    const aliases = names[index] ?? []
    const known = aliases.map((alias) => byAlias.get(alias)).find((post) => post !== undefined)
    // A post stands once in a feed; what comes under its keys again is a repetition.
    if (known !== undefined && current.has(known.id)) continue
    const post = known === undefined ? create(draft, aliases, now, shelves) : revise(known, draft, aliases, now)
    current.set(post.id, post)
    if (known === undefined) added.add(post.id)
    else if (post !== known) edited.add(post.id)
    for (const alias of post.aliases) byAlias.set(alias, post)
  }
  if (added.size + edited.size === 0) return { posts: kept, added: [], edited: [] }
  const fresh = [...current.values()].filter(({ id }) => added.has(id))
  const posts = [...kept.map((post) => current.get(post.id) ?? post), ...fresh].sort(byDate)
  return { posts, added: fresh, edited: [...current.values()].filter(({ id }) => edited.has(id)) }
}

/** Oldest first, by published, then id: the order on disk, so that news is appended. */
export const byDate = (a: Post, b: Post): number => compare(a.published, b.published) || compare(a.id, b.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function create(draft: Draft, aliases: string[], now: string, shelves: Shelves): Post {
  const { blog, url, ...rest } = draft
  return {
    id: shortHash(`${blog} ${aliases[0]}`),
    blog,
    url,
    aliases,
    ...rest,
    firstSeen: now,
    shelf: shelves.place(draft.published),
  }
}

/** The kept post with what the draft changes, or the kept post itself where that is nothing. */
function revise(post: Post, draft: Draft, aliases: string[], now: string): Post {
  const { dateGuessed: _, ...dated } = draft
  const date = draft.dateGuessed
    ? { published: post.published, ...(post.dateGuessed ? { dateGuessed: true as const } : {}) }
    : { published: draft.published }
  const visible = draft.title !== post.title || draft.excerpt !== post.excerpt || draft.html !== post.html
  const updated = draft.updated ?? (visible ? now : post.updated)
  const { id, firstSeen, shelf } = post
  const { blog, url, ...rest } = dated
  const revised: Post = {
    id,
    blog,
    url,
    aliases: [...new Set([...post.aliases, ...aliases])],
    ...rest,
    ...date,
    ...(updated === undefined ? {} : { updated }),
    firstSeen,
    shelf,
  }
  return sameValue(revised, post) ? post : revised
}

/** Equal as written to disk, whatever the order of the fields. */
function sameValue(a: Post, b: Post): boolean {
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => JSON.stringify(Reflect.get(a, name)) === JSON.stringify(Reflect.get(b, name)))
  )
}
