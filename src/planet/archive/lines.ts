import { z } from 'zod'
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
  missing: text.optional(),
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
  state: z.enum(['active', 'failing', 'gone', 'held']),
  since: text,
  code: text.optional(),
  detail: text.optional(),
  signals: z
    .array(
      z.object({
        code: z.enum(['ids', 'host', 'language', 'topics', 'words', 'links', 'authors', 'title', 'pace']),
        value: z.number(),
      }),
    )
    .optional(),
}) as z.ZodType<BlogState>

/** A line or file of the archive that cannot be read. It is told, set aside when its file is next written, and the rest goes on. */
export type Damage = { file: string; line: number; why: string }

/** The order of fields on disk: one post is one line, always the same bytes. */
const FIELDS =
  'id blog url aliases guid title authors published dateGuessed updated missing firstSeen shelf language tags excerpt words licence enclosures commentsUrl comments links sha256 html'.split(
    ' ',
  )

/** JSON.stringify takes such an order too, but then takes twice as long. */
function lineOf(post: Post): string {
  const line: Record<string, unknown> = {}
  for (const name of FIELDS) line[name] = Reflect.get(post, name)
  line.enclosures = post.enclosures.map(({ url, type, length }) => ({ url, type, length }))
  return JSON.stringify(line)
}

/** The text of `posts.ndjson` for these posts. */
export const writePosts = (posts: Post[]): string => posts.map((post) => `${lineOf(post)}\n`).join('')

/** The posts of a `posts.ndjson`; `file` is its name in what is told of damage, `damaged` the lines that cannot be read. */
export function readPosts(content: string | undefined, file: string): { posts: Post[]; damaged: string[]; damage: Damage[] } {
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

/** The state in a `state.json`, or why there is none to read in it. */
export const readState = (content: string): Checked<BlogState> => checked(stateSchema, content)

/** The text of `state.json`. */
export const writeState = (state: BlogState): string => `${JSON.stringify(state, null, 2)}\n`

type Checked<T> = { ok: true; value: T } | { ok: false; why: string }

function checked<T>(schema: z.ZodType<T>, content: string): Checked<T> {
  try {
    const result = schema.safeParse(JSON.parse(content))
    if (result.success) return { ok: true, value: result.data }
    const issue = result.error.issues[0]
    return { ok: false, why: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a post'}` }
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) }
  }
}
