import { byDate } from '../archive/merge.ts'
import type { Post } from '../archive/post.ts'

/** What is wrong among the posts of one blog that can all be read. */
export type Ailment = { kind: 'double'; id: string } | { kind: 'shared-key'; id: string; other: string } | { kind: 'unsorted' }

/** The posts as they should be, and what was wrong with them. The very same array where nothing was. */
export function sound(posts: Post[]): { posts: Post[]; ailments: Ailment[] } {
  const ailments: Ailment[] = []
  const byId = new Map<string, Post>()
  for (const post of posts) {
    const known = byId.get(post.id)
    if (known !== undefined) ailments.push({ kind: 'double', id: post.id })
    byId.set(post.id, known === undefined ? post : newer(known, post))
  }
  const parted = apart([...byId.values()], ailments)
  const sorted = parted.toSorted(byDate)
  if (sorted.some((post, index) => post !== parted[index])) ailments.push({ kind: 'unsorted' })
  return ailments.length === 0 ? { posts, ailments } : { posts: sorted, ailments }
}

/** Of two states of one post the later; both stood on the same shelf. */
const newer = (a: Post, b: Post): Post => ((b.updated ?? b.firstSeen) >= (a.updated ?? a.firstSeen) ? b : a)

/** A key names one post. Where two have it, it is that of the one kept first: every link that people have leads there. */
function apart(posts: Post[], ailments: Ailment[]): Post[] {
  const owners = new Map<string, Post>()
  for (const post of posts.toSorted((a, b) => (a.firstSeen < b.firstSeen ? -1 : a.firstSeen > b.firstSeen ? 1 : byDate(a, b)))) {
    for (const alias of post.aliases) {
      const owner = owners.get(alias)
      if (owner === undefined) owners.set(alias, post)
      else if (owner !== post) ailments.push({ kind: 'shared-key', id: post.id, other: owner.id })
    }
  }
  return posts.map((post) => {
    const own = post.aliases.filter((alias) => owners.get(alias) === post)
    return own.length === post.aliases.length ? post : { ...post, aliases: own }
  })
}
