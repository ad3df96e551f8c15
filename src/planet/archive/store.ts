import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readIfThere, writeAtomic } from './atomic.ts'
import type { BlogState, KeptBlog, Post } from './post.ts'

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

/** A line or file of the archive that cannot be read; it is left where it is, or moved to `damaged.ndjson`, and the rest goes on. */
export type Damage = { file: string; line: number; why: string }

/** The archive on disk: `archive/<blog>/` with posts.ndjson, state.json and http.json. */
export type Archive = {
  blogs: Map<string, KeptBlog>
  damage: Damage[]
  /** Writes what changed of a blog, each file whole and at once. Tells whether anything did. */
  save(blog: string, kept: KeptBlog): Promise<boolean>
  /** The text of a blog's `http.json`, which belongs to fetching; undefined where there is none. */
  readHttp(blog: string): Promise<string | undefined>
  saveHttp(blog: string, text: string): Promise<boolean>
}

/** Reads all that is kept under `folder`; an empty archive where there is none. */
export async function openArchive(folder: string): Promise<Archive> {
  const damage: Damage[] = []
  const blogs = new Map<string, KeptBlog>()
  const damagedLines = new Map<string, string[]>()
  for (const blog of await foldersIn(folder)) {
    const { posts, damaged } = readPosts(await readIfThere(join(folder, blog, 'posts.ndjson')), `${blog}/posts.ndjson`, damage)
    if (damaged.length > 0) damagedLines.set(blog, damaged)
    const state = readState(await readIfThere(join(folder, blog, 'state.json')), `${blog}/state.json`, damage)
    blogs.set(blog, { posts, ...(state === undefined ? {} : { state }) })
  }

  return {
    blogs,
    damage,
    async save(blog, kept) {
      const before = blogs.get(blog)
      if (before !== undefined && before.posts === kept.posts && before.state === kept.state) return false
      const damaged = damagedLines.get(blog)
      if (damaged !== undefined && before?.posts !== kept.posts) await setAside(join(folder, blog, 'damaged.ndjson'), damaged)
      const wrotePosts =
        before?.posts !== kept.posts && (await writeAtomic(join(folder, blog, 'posts.ndjson'), lines(kept.posts)))
      const wroteState =
        kept.state !== undefined &&
        (await writeAtomic(join(folder, blog, 'state.json'), `${JSON.stringify(kept.state, null, 2)}\n`))
      blogs.set(blog, kept)
      return wrotePosts || wroteState
    },
    readHttp: (blog) => readIfThere(join(folder, blog, 'http.json')),
    saveHttp: (blog, content) => writeAtomic(join(folder, blog, 'http.json'), content),
  }
}

/** The order of fields on disk, nested ones too: one post is one line, always the same bytes. */
const FIELDS =
  'id blog url aliases guid title authors published dateGuessed updated firstSeen shelf language tags excerpt words licence enclosures type length commentsUrl comments links sha256 html'.split(
    ' ',
  )

const lines = (posts: Post[]): string => posts.map((post) => `${JSON.stringify(post, FIELDS)}\n`).join('')

function readPosts(content: string | undefined, file: string, damage: Damage[]): { posts: Post[]; damaged: string[] } {
  const posts: Post[] = []
  const damaged: string[] = []
  for (const [index, line] of (content ?? '').split('\n').entries()) {
    if (line === '') continue
    const read = checked(postSchema, line)
    if (read.ok) posts.push(read.value)
    else {
      damage.push({ file, line: index + 1, why: read.why })
      damaged.push(line)
    }
  }
  return { posts, damaged }
}

function readState(content: string | undefined, file: string, damage: Damage[]): BlogState | undefined {
  if (content === undefined) return undefined
  const read = checked(stateSchema, content)
  if (read.ok) return read.value
  damage.push({ file, line: 1, why: read.why })
  return undefined
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

async function setAside(path: string, damaged: string[]): Promise<void> {
  const before = (await readIfThere(path)) ?? ''
  const news = damaged.filter((line) => !before.includes(line))
  if (news.length > 0) await writeAtomic(path, before + news.map((line) => `${line}\n`).join(''))
}

async function foldersIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
