import { join } from 'node:path'
import { readIfThere } from '../archive/atomic.ts'
import { leftovers } from '../archive/leftovers.ts'
import { readPosts, readState } from '../archive/lines.ts'
import type { Post } from '../archive/post.ts'
import { SHELF_SIZE } from '../archive/shelves.ts'
import { foldersIn } from '../archive/store.ts'
import { versionOf } from '../archive/version.ts'
import { readHttpState } from '../fetch/state.ts'
import { type Ailment, sound } from './sound.ts'

/**
 * Something found in an archive: where, what is wrong, the way out, and who can go it. `nobody`: it is only told, and all is well.
 * `file` is relative to the archive.
 */
export type Finding = { file: string; line?: number; what: string; mend: string; by: 'doctor' | 'person' | 'nobody' }

/** What an archive looks like. */
export type Examined = { blogs: number; posts: number; findings: Finding[] }

/** Looks an archive through; `members` are the ids that `feeds.yaml` has. Reads only. For the one that holds the lock. */
export function examine(folder: string, members: ReadonlySet<string>): Examined {
  const blogs = foldersIn(folder)
  const kept = new Map(blogs.map((blog) => [blog, readPosts(readIfThere(join(folder, blog, 'posts.ndjson')), '').posts]))
  return {
    blogs: blogs.length,
    posts: [...kept.values()].reduce((sum, posts) => sum + posts.length, 0),
    findings: [
      ...(versionOf(folder) === undefined ? [unreadable('version.json', 'It is written anew.')] : []),
      ...leftovers(folder).map(leftover),
      ...blogs.flatMap((blog) => [...damagedLines(folder, blog), ...smallFiles(folder, blog)]),
      ...blogs.flatMap((blog) => sound(kept.get(blog) ?? []).ailments.map((ailment) => told(blog, ailment))),
      ...blogs.filter((blog) => !members.has(blog)).map((blog) => stranger(blog, kept.get(blog) ?? [])),
      ...strays(kept),
      ...twins(kept),
      ...crowdedShelves(kept),
    ],
  }
}

const leftover = (file: string): Finding => ({
  file,
  what: 'A run that was ended half way left this.',
  mend: 'It is removed; nothing of it counts.',
  by: 'doctor',
})

const unreadable = (file: string, mend: string): Finding => ({ file, what: 'This cannot be read.', mend, by: 'doctor' })

function damagedLines(folder: string, blog: string): Finding[] {
  return ['posts.ndjson', 'held.ndjson'].flatMap((name) =>
    readPosts(readIfThere(join(folder, blog, name)), `${blog}/${name}`).damage.map(
      ({ file, line, why }): Finding => ({
        file,
        line,
        what: `This is no post (${why}).`,
        mend: 'It is set aside in damaged.ndjson; if the feed still has the post, it comes again.',
        by: 'doctor',
      }),
    ),
  )
}

function smallFiles(folder: string, blog: string): Finding[] {
  const [state, http] = ['state.json', 'http.json'].map((name) => readIfThere(join(folder, blog, name)))
  return [
    ...(state === undefined || readState(state).ok
      ? []
      : [unreadable(`${blog}/state.json`, 'It is removed; the next run says anew how the blog is.')]),
    // What cannot be read is read as nothing at all.
    ...(http === undefined || http.trim() === '{}' || Object.keys(readHttpState(http)).length > 0
      ? []
      : [unreadable(`${blog}/http.json`, 'It is removed; that costs the next run one question.')]),
  ]
}

function told(blog: string, ailment: Ailment): Finding {
  const file = `${blog}/posts.ndjson`
  switch (ailment.kind) {
    case 'double':
      return { file, what: `The post ${ailment.id} stands here twice.`, mend: 'The later of the two stays.', by: 'doctor' }
    case 'shared-key':
      return {
        file,
        what: `The posts ${ailment.other} and ${ailment.id} are known by the same key.`,
        mend: `It stays with ${ailment.other}, which was kept first.`,
        by: 'doctor',
      }
    case 'unsorted':
      return { file, what: 'The posts do not stand in the order of their dates.', mend: 'They are sorted.', by: 'doctor' }
  }
}

const stranger = (blog: string, posts: Post[]): Finding => ({
  file: `${blog}/`,
  what: `No blog of feeds.yaml has this id, and ${posts.length === 1 ? 'one post is' : `${posts.length} posts are`} kept of it.`,
  mend: `If it left, "npm run forget -- ${blog}" removes it; if not, put its entry back.`,
  by: 'person',
})

/** Posts in the folder of another blog than they say. */
const strays = (kept: Map<string, Post[]>): Finding[] =>
  [...kept].flatMap(([blog, posts]) =>
    posts
      .filter((post) => post.blog !== blog)
      .map((post) => ({
        file: `${blog}/posts.ndjson`,
        what: `The post ${post.id} says that it belongs to "${post.blog}".`,
        mend: 'Take the line to the folder of that blog, or take it out.',
        by: 'person' as const,
      })),
  )

/** The same id in two blogs: two places on shelves would have one address. */
function twins(kept: Map<string, Post[]>): Finding[] {
  const owners = new Map<string, string>()
  return [...kept].flatMap(([blog, posts]) =>
    posts.flatMap(({ id }): Finding[] => {
      const owner = owners.get(id) ?? blog
      owners.set(id, owner)
      if (owner === blog) return []
      const what = `The post ${id} stands in "${owner}" too.`
      return [{ file: `${blog}/posts.ndjson`, what, mend: 'Take the line out where it does not belong.', by: 'person' }]
    }),
  )
}

function crowdedShelves(kept: Map<string, Post[]>): Finding[] {
  const shelves = Map.groupBy(
    [...kept.values()].flat().map(({ shelf }) => shelf),
    (shelf) => shelf,
  )
  return [...shelves]
    .filter(([, posts]) => posts.length > SHELF_SIZE)
    .map(([shelf, { length }]) => ({
      file: shelf,
      what: `There are ${length} posts on this shelf; ${SHELF_SIZE} fit well.`,
      mend: 'They stay: a place never changes.',
      by: 'nobody' as const,
    }))
}
