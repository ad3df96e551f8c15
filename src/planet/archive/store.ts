import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readIfThere, type Writing, writeAtomic } from './atomic.ts'
import type { BlogState, Post } from './post.ts'

const text = z.string()
const postSchema: z.ZodType<Post> = z.object({
  id: text,
  blog: text,
  url: text,
  aliases: z.array(text),
  guid: text.optional(),
  title: text,
  authors: z.array(text),
  published: text,
  dateGuessed: z.literal(true).optional(),
  updated: text.optional(),
  language: text,
  tags: z.array(text),
  enclosures: z.array(z.object({ url: text, type: text.optional(), length: z.number().optional() })),
  commentsUrl: text.optional(),
  comments: z.number().optional(),
  excerpt: text,
  words: z.number(),
  licence: text.optional(),
  links: z.array(text),
  sha256: text,
  html: text.optional(),
  firstSeen: text,
  shelf: z.string().regex(/^\d{4}-\d{2}\/\d+$/),
}) as z.ZodType<Post>

const stateSchema = z.object({
  state: z.enum(['active', 'failing', 'gone']),
  since: text,
  code: text.optional(),
  detail: text.optional(),
}) as z.ZodType<BlogState>

/** A line or file of the archive that cannot be read. It is told, set aside when its file is next written, and the rest goes on. */
export type Damage = { file: string; line: number; why: string }

/** What may be written of a blog at once; what is left out stays as it is. */
export type Parts = { posts?: Post[]; state?: BlogState; http?: string }

/**
 * The archive on disk: `archive/<blog>/` with posts.ndjson, state.json and http.json. What is kept of a blog is read when it is first
 * asked for, so that a run without news does not pay for what is kept.
 */
export type Archive = {
  /** The blogs of which anything is kept. */
  blogs(): string[]
  /** By date, then id, oldest first; the same array until it is saved anew. */
  readPosts(blog: string): Post[]
  /** Undefined while nothing was ever wrong. */
  readState(blog: string): BlogState | undefined
  /** The text of `http.json`, which belongs to fetching. */
  readHttp(blog: string): string | undefined
  /** Writes parts of a blog, each file whole, validators last. Tells whether anything changed. */
  save(blog: string, parts: Parts): Promise<boolean>
  /** The shelf of every kept post. */
  shelves(): string[]
  /** The id of every kept post. */
  ids(): string[]
  /** What could not be read so far. */
  damage: Damage[]
}

/** Opens the archive under `folder`; an empty one where there is none. */
export function openArchive(folder: string): Archive {
  const damage: Damage[] = []
  const posts = new Map<string, Post[]>()
  const damaged = new Map<string, string[]>()
  const pathOf = (blog: string, file: string): string => join(folder, blog, file)
  // In JSON no quotation mark stands bare inside a text, so this finds fields only.
  const everyField = (name: string): string[] =>
    foldersIn(folder).flatMap((blog) =>
      [...(readIfThere(pathOf(blog, 'posts.ndjson')) ?? '').matchAll(new RegExp(`"${name}":"([^"]+)"`, 'g'))].map(
        ([, value = '']) => value,
      ),
    )

  return {
    damage,
    blogs: () => foldersIn(folder),
    readPosts(blog) {
      const known = posts.get(blog)
      if (known !== undefined) return known
      const read = readPosts(readIfThere(pathOf(blog, 'posts.ndjson')), `${blog}/posts.ndjson`)
      damage.push(...read.damage)
      if (read.damaged.length > 0) damaged.set(blog, read.damaged)
      posts.set(blog, read.posts)
      return read.posts
    },
    readState(blog) {
      const text = readIfThere(pathOf(blog, 'state.json'))
      const read = text === undefined ? undefined : checked(stateSchema, text)
      if (read?.ok === false) damage.push({ file: `${blog}/state.json`, line: 1, why: read.why })
      return read?.ok ? read.value : undefined
    },
    readHttp: (blog) => readIfThere(pathOf(blog, 'http.json')),
    async save(blog, parts) {
      const news = parts.posts !== undefined && parts.posts !== posts.get(blog) ? parts.posts : undefined
      const lost = news === undefined ? undefined : damaged.get(blog)
      const written = await writeAtomic(
        ...(lost === undefined
          ? []
          : [[pathOf(blog, 'damaged.ndjson'), aside(pathOf(blog, 'damaged.ndjson'), lost)] satisfies Writing]),
        ...(news === undefined ? [] : [[pathOf(blog, 'posts.ndjson'), lines(news)] satisfies Writing]),
        ...(parts.state === undefined
          ? []
          : [[pathOf(blog, 'state.json'), `${JSON.stringify(parts.state, null, 2)}\n`] satisfies Writing]),
        ...(parts.http === undefined ? [] : [[pathOf(blog, 'http.json'), parts.http, 'loose'] satisfies Writing]),
      )
      if (news !== undefined) posts.set(blog, news)
      return written
    },
    shelves: () => everyField('shelf'),
    ids: () => everyField('id'),
  }
}

/** The order of fields on disk, nested ones too: one post is one line, always the same bytes. */
const FIELDS =
  'id blog url aliases guid title authors published dateGuessed updated firstSeen shelf language tags excerpt words licence enclosures type length commentsUrl comments links sha256 html'.split(
    ' ',
  )

const lines = (posts: Post[]): string => posts.map((post) => `${JSON.stringify(post, FIELDS)}\n`).join('')

function readPosts(content: string | undefined, file: string): { posts: Post[]; damaged: string[]; damage: Damage[] } {
  const posts: Post[] = []
  const damaged: string[] = []
  const damage: Damage[] = []
  for (const [index, line] of (content ?? '').split('\n').entries()) {
    if (line === '') continue
    const read = checked(postSchema, line)
    if (read.ok) posts.push(read.value)
    else {
      damage.push({ file, line: index + 1, why: read.why })
      damaged.push(line)
    }
  }
  return { posts, damaged, damage }
}

function checked<T>(schema: z.ZodType<T>, content: string): { ok: true; value: T } | { ok: false; why: string } {
  try {
    const result = schema.safeParse(JSON.parse(content))
    if (result.success) return { ok: true, value: result.data }
    const issue = result.error.issues[0]
    return { ok: false, why: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a post'}` }
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) }
  }
}

/** The damaged lines that were set aside before, and these. */
function aside(path: string, damaged: string[]): string {
  const before = readIfThere(path) ?? ''
  return (
    before +
    damaged
      .filter((line) => !before.includes(line))
      .map((line) => `${line}\n`)
      .join('')
  )
}

function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
