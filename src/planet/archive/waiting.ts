import { byDate, mergeRecognised } from './merge.ts'
import type { Post } from './post.ts'
import { type Recognised, recognise } from './recognise.ts'
import type { Shelves } from './shelves.ts'

/** More than this is never looked through by hand. The newest are kept. */
const MOST = 200
/** A post that waits has no place yet. */
const NOWHERE = { place: () => '0000-00/0' }

/** Adds what is new in the feed of a held blog to what waits already; the very same array where nothing is new. */
export function wait(waiting: Post[], kept: Post[], recognised: Recognised[], home: ReadonlySet<string>, now: string): Post[] {
  const fresh = recognised.filter(({ post }) => post === undefined).map(({ draft }) => draft)
  const { posts } = mergeRecognised(waiting, recognise(waiting, fresh, home), {
    now,
    shelves: NOWHERE,
    taken: kept.map(({ id }) => id),
  })
  return posts.length > MOST ? posts.slice(-MOST) : posts
}

/** What waited takes its place among the kept posts. */
export function admit(kept: Post[], waiting: Post[], shelves: Shelves): Post[] {
  const ids = new Set(kept.map(({ id }) => id))
  const admitted = waiting.filter(({ id }) => !ids.has(id)).map((post) => ({ ...post, shelf: shelves.place(post.published) }))
  return admitted.length === 0 ? kept : [...kept, ...admitted].sort(byDate)
}
