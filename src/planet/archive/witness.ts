import { hostOf } from './address.ts'
import { keysOf } from './identity.ts'
import type { Post } from './post.ts'

/** So many posts of the feed are older than one that vanished from its midst: one alone may be pinned to it. */
const BELOW = 2

/**
 * Chooses the post that must still be there before another one counts as taken down: it shows that addresses of that time and host
 * still lead somewhere. A blog that changed the addresses of all its posts has old ones that are dead and new ones that are not, so a
 * witness never had another address than the one it has, and is older where that can be. Undefined where no post can bear witness.
 *
 * 1. The nearest older post that left the feed too, and is not missing itself.
 * 2. Without one, a post of the feed, if the feed has several that are older: the missing one vanished from its midst.
 * 3. Where nothing older ever left the feed, the very next newer post, or, for the newest of all, the one before it.
 *
 * @param posts all that is kept of the blog, oldest first
 * @param inFeed ids of the posts that the feed carries now
 */
export function witnessOf(post: Post, posts: Post[], inFeed: ReadonlySet<string>): Post | undefined {
  const place = posts.findIndex(({ id }) => id === post.id)
  const host = hostOf(post.url)
  const older = posts.slice(0, place).filter(({ url }) => hostOf(url) === host)
  const left = older.filter(({ id }) => !inFeed.has(id))
  const carried = older.filter((other) => inFeed.has(other.id) && isSound(other))

  const before = left.findLast(isSound) ?? (carried.length >= BELOW ? carried.at(-1) : undefined)
  if (before !== undefined || left.length > 0) return before
  const next = posts.slice(place + 1).find(({ url }) => hostOf(url) === host) ?? carried.at(-1)
  // No further one: addresses may have changed between the two.
  return next !== undefined && isSound(next) ? next : undefined
}

const isSound = (post: Post): boolean => post.missing === undefined && hasOneAddress(post)

/** Never known by other keys than those it has. */
function hasOneAddress(post: Post): boolean {
  const own = new Set(
    keysOf([post], new Set())
      .flat()
      .map(({ alias }) => alias),
  )
  return post.aliases.every((alias) => own.has(alias))
}
