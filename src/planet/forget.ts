import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalKey } from './archive/address.ts'
import { readIfThere, writeAtomic } from './archive/atomic.ts'
import { isOnBranch, type Rewritten, rewriteBranch } from './archive/branch-rewrite.ts'
import { forgetIn } from './archive/forget.ts'
import type { Git } from './archive/git.ts'
import { withLock } from './archive/lock.ts'
import { type Archive, openArchive } from './archive/store.ts'
import { cut } from './config/cut.ts'
import { type Blog, type FeedsFile, isLocal, parseFeedsFile } from './config/feeds-file.ts'
import { readForgotten, tombstoneOf, withTombstone } from './config/forgotten.ts'
import { type Moderation, parseModeration } from './config/moderation.ts'
import { blogSchema } from './config/schema.ts'
import type { Place } from './place.ts'
import { ProblemsError } from './problem.ts'

/** What forgetting a blog did. `files` are those that people wrote and that now say something else, or are gone. */
export type Forgotten = { posts: number; branch: Rewritten['kind']; files: string[] }

/**
 * Forgets a blog: its entry in `feeds.yaml`, all that is kept of it here and on the branch `archive` (which then has no history), what
 * was decided about it. What people wrote is changed last, so that a run which was interrupted can be repeated. `git` is that of the
 * planet's own repository, where it has one; `today` is a day.
 * @throws ProblemsError where there is nothing of such a blog, or another run writes the archive
 */
export async function forget(id: string, place: Place, git: Git | undefined, today: string): Promise<Forgotten> {
  const text = await readFile(join(place.folder, 'feeds.yaml'), 'utf8')
  const file = parseFeedsFile(text)
  const blog = file.blogs.find((one) => one.id === id)
  const isThere = blogSchema.shape.id.safeParse(id).success && (blog ?? existsSync(join(place.archive, id)))
  if (!isThere && (git === undefined || !(await isOnBranch(git, id)))) throw nothingOf(id)

  const addresses = blog === undefined ? [] : [blog.site, blog.feed, ...(blog.via === undefined ? [] : [blog.via])]
  const { posts, moderation } = await withLock(place.archive, async () => {
    const archive = openArchive(place.archive)
    const kept = archive.readPosts(id).length
    const decided = moderationWithout(place, id, archive)
    await forgetIn(place.archive, id, addresses)
    return { posts: kept, moderation: decided }
  })
  const branch = git === undefined ? 'none' : (await rewriteBranch(git, (folder) => forgetIn(folder, id, addresses))).kind

  const files: string[] = []
  const write = async (path: string, next: string): Promise<void> => {
    if (await writeAtomic([path, next])) files.push(path)
  }
  if (moderation !== undefined) await write(join(place.content, 'moderation.yaml'), moderation)
  if (blog !== undefined) {
    const forgotten = withTombstone(readForgotten(place.content), tombstoneOf(blog, file.blogs, today))
    await write(join(place.content, 'forgotten.yaml'), forgotten)
    if (isLocal(blog)) {
      const feed = join(place.content, blog.feed.slice('content/'.length))
      await rm(feed, { force: true })
      files.push(feed)
    }
    await write(join(place.folder, 'feeds.yaml'), feedsWithout(text, file, blog))
  }
  return { posts, branch, files }
}

function feedsWithout(text: string, file: FeedsFile, blog: Blog): string {
  const names = [blog.id, blog.title, blog.author ?? '', new URL(blog.site).hostname]
  const rest = cut(text, 'blogs', file.blogs.indexOf(blog), names)
  try {
    const left = parseFeedsFile(rest).blogs.map(({ id }) => id)
    if (left.join() === file.blogs.flatMap(({ id }) => (id === blog.id ? [] : [id])).join()) return rest
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error
  }
  throw new ProblemsError([
    {
      file: 'feeds.yaml',
      field: `blogs ${blog.id}`,
      what: 'Other entries use a part of this one (an anchor, "&name"), so it cannot be taken out by itself. All else is forgotten.',
      mend: 'Take the entry out by hand.',
    },
  ])
}

/** The text of `moderation.yaml` without the blog and its posts; undefined where it says nothing of them. */
function moderationWithout({ content }: Place, blog: string, archive: Archive): string | undefined {
  const before = readIfThere(join(content, 'moderation.yaml'))
  if (before === undefined) return undefined
  const own = new Map(archive.readPosts(blog).map((post) => [post.id, canonicalKey(post.url)]))
  const moderation = parseModeration(before)
  let text = before
  for (const [index, { post }] of [...moderation.hide.entries()].reverse()) {
    const address = own.get(post)
    if (address === undefined) continue
    const heir = copyOf(address, blog, archive)
    text = heir === undefined ? cut(text, 'hide', index, [post, blog]) : text.replaceAll(post, heir)
  }
  for (const list of ['pause', 'release', 'refuse'] as const satisfies (keyof Moderation)[]) {
    for (const [index, entry] of [...moderation[list].entries()].reverse()) {
      if (entry.blog === blog) text = cut(text, list, index, [blog])
    }
  }
  return text
}

/** The same post in another blog: it was hidden with this one, and must stay so. */
function copyOf(address: string, blog: string, archive: Archive): string | undefined {
  const others = archive.blogs().filter((other) => other !== blog)
  return others.flatMap((other) => archive.readPosts(other)).find(({ url }) => canonicalKey(url) === address)?.id
}

const nothingOf = (id: string): ProblemsError =>
  new ProblemsError([
    {
      file: 'forget',
      what: `There is nothing of a blog "${id}": not in feeds.yaml, not in archive/, not on the branch "archive".`,
      mend: 'Look for its id in feeds.yaml. If it was forgotten before, all is done.',
    },
  ])
