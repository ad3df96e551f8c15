import { z } from 'zod'
import { readIfThere } from '../archive/atomic.ts'
import type { Problem } from '../problem.ts'
import { day } from './schema.ts'
import { locate, parseYamlFile } from './yaml-file.ts'

/** Why something is not shown. Categories, not stories: the file is public, and the note too. */
export const AGAINST = [
  'pupil-recognisable',
  'personal-data',
  'copyright',
  'spam',
  'unlawful',
  'author-wish',
  'taken-over',
  'other',
] as const
/** Why a blog that was held is well. */
const FOR = ['same-author', 'moved', 'author-wish', 'other'] as const

export type AgainstReason = (typeof AGAINST)[number]

const GUIDE = 'docs/maintain.md'

const ruling = <const R extends readonly string[]>(reasons: R) =>
  z.strictObject({
    blog: z.string().min(1, `is empty. Write the id of a blog of feeds.yaml.`),
    date: day,
    reason: z.enum(reasons),
    note: z.string().optional(),
  })

const hiding = z.strictObject({
  post: z
    .string()
    .regex(
      /^[0-9a-f]{12}$/,
      'is not the id of a post. Write the twelve signs behind "#p-" in the address of its place on a shelf.',
    ),
  date: day,
  reason: z.enum(AGAINST),
  note: z.string().optional(),
})

/** A list from which the last entry was taken out is written as nothing at all. */
const listOf = <T extends z.ZodType>(entry: T) =>
  z.preprocess((value) => (value === '' || value === null ? [] : value), z.array(entry)).default([])

const moderationSchema = z.preprocess(
  (value) => (value === '' || value === null ? {} : value),
  z.strictObject({
    hide: listOf(hiding),
    pause: listOf(ruling(AGAINST)),
    release: listOf(ruling(FOR)),
    refuse: listOf(ruling(AGAINST)),
  }),
)

/**
 * What the people who look after a planet decided (`content/moderation.yaml`). `hide`: posts that are not shown; `pause`: blogs that
 * are not shown; `release` and `refuse`: their word on a blog that is held because its feed changed its nature.
 */
export type Moderation = z.infer<typeof moderationSchema>

/**
 * Reads `moderation.yaml`; nothing was decided where there is none.
 * @throws ProblemsError with the line, field and a way out for everything that is wrong in it
 */
export function readModeration(path: string): Moderation {
  return parseModeration(readIfThere(path) ?? '')
}

/** Checks the text of a `moderation.yaml`; as {@link readModeration}. */
export function parseModeration(text: string): Moderation {
  return parseYamlFile(text, {
    file: 'content/moderation.yaml',
    guide: GUIDE,
    schema: moderationSchema,
    onlyTexts: true,
    mayBeEmpty: true,
  }).value
}

/** A word on a held blog as a maintainer writes it into `moderation.yaml` on that day, with the reason that is the usual one. */
export function rulingText(word: 'release' | 'refuse', blog: string, today: string): string {
  return `${word}:\n  - {blog: ${blog}, date: ${today}, reason: ${word === 'release' ? 'same-author' : 'taken-over'}}`
}

/** What the planet knows: the ids of its blogs, and of the kept posts where there is an archive. */
export type Known = { blogs: ReadonlySet<string>; posts?: ReadonlySet<string> }

/** Decisions about blogs and posts that are not there: a slip of the pen, or what they were about has left. */
export function unknownInModeration(text: string, moderation: Moderation, { blogs, posts }: Known): Problem[] {
  const at = locate('content/moderation.yaml', text)
  const unknownBlogs = (['pause', 'release', 'refuse'] as const).flatMap((list) =>
    moderation[list].flatMap(({ blog }, index) =>
      blogs.has(blog)
        ? []
        : [at([list, index, 'blog'], `There is no blog "${blog}" in feeds.yaml.`, 'Correct the id, or take the entry out.')],
    ),
  )
  const unknownPosts = moderation.hide.flatMap(({ post }, index) =>
    posts === undefined || posts.has(post)
      ? []
      : [
          at(
            ['hide', index, 'post'],
            `The archive keeps no post "${post}".`,
            'Correct the id: it stands behind "#p-" in the address of the post. If the post has left the archive, take the entry out.',
          ),
        ],
  )
  return [...unknownPosts, ...unknownBlogs]
}
