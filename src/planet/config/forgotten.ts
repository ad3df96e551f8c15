import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { canonicalKey } from '../archive/address.ts'
import { readIfThere } from '../archive/atomic.ts'
import type { Blog } from './feeds-file.ts'
import type { Found } from './rules.ts'
import { day } from './schema.ts'
import { locate, parseYamlFile } from './yaml-file.ts'

const FILE = 'content/forgotten.yaml'

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256. "npm run forget" writes these lines.')

const tombstoneSchema = z.strictObject({ feed: hash, site: hash.optional(), date: day })

/** What stays of a blog that was forgotten: hashes of the addresses of its feed and site, and the day. */
export type Tombstone = z.infer<typeof tombstoneSchema>

const HEAD = `# Blogs that were forgotten, so that nobody adds one of them again by mistake: a SHA-256 of each address, which names nobody,
# and the day. "npm run forget" writes these lines. An author who wishes to come back: take the line out.
`

const form = {
  file: FILE,
  guide: 'docs/maintain.md',
  mayBeEmpty: true,
  schema: z.preprocess((value) => value ?? [], z.array(tombstoneSchema)),
}

/**
 * Reads `content/forgotten.yaml` in the planet's `content/`; none was forgotten where there is no such file.
 * @throws ProblemsError where it is not what it should be
 */
export function readForgotten(content: string): { text: string; tombstones: Tombstone[] } {
  const text = readIfThere(join(content, 'forgotten.yaml')) ?? HEAD
  return { text, tombstones: parseYamlFile(text, form).value }
}

/** Two spellings of an address (http or https, `www.`, a slash at the end) have one hash. */
const hashOf = (address: string): string => digest(canonicalKey(address))

/** The tombstone of a blog. Its site counts only where no other blog of the planet stands there too. */
export function tombstoneOf({ id, feed, site }: Blog, blogs: Blog[], date: string): Tombstone {
  const isShared = blogs.some((other) => other.id !== id && hashOf(other.site) === hashOf(site))
  return { feed: hashOf(feed), ...(isShared ? {} : { site: hashOf(site) }), date }
}

/** The text of `content/forgotten.yaml` with one more tombstone; the same text where it has it already. */
export function withTombstone({ text, tombstones }: { text: string; tombstones: Tombstone[] }, next: Tombstone): string {
  if (tombstones.some(({ feed, site }) => feed === next.feed && site === next.site)) return text
  const fields = Object.entries(next).map(([name, value]) => `${name}: ${value}`)
  const head = tombstones.length === 0 ? HEAD : text.replace(/\n*$/, '\n')
  return `${head}- {${fields.join(', ')}}\n`
}

const placeOf = ({ feed, site }: Blog, tombstones: Tombstone[]): number =>
  tombstones.findIndex((tombstone) => tombstone.feed === hashOf(feed) || tombstone.site === hashOf(site))

/** The blogs without those that were forgotten: one that was added again by mistake is neither asked nor shown. */
export const withoutForgotten = (blogs: Blog[], tombstones: Tombstone[]): Blog[] =>
  tombstones.length === 0 ? blogs : blogs.filter((blog) => placeOf(blog, tombstones) === -1)

/** Blogs that were forgotten and stand in `feeds.yaml` again. */
export function forgottenBlogs(blogs: Blog[], { text, tombstones }: { text: string; tombstones: Tombstone[] }): Found[] {
  return blogs.flatMap((blog, index): Found[] => {
    const at = placeOf(blog, tombstones)
    const date = tombstones[at]?.date
    if (date === undefined) return []
    const { line } = locate(FILE, text)([at], '', '')
    return [
      {
        path: ['blogs', index],
        what: `This blog was forgotten on ${date}, because its author or somebody else asked for it.`,
        mend: `Leave it out. If its author wishes to come back, take line ${line} out of ${FILE}.`,
      },
    ]
  })
}

/**
 * Tells whether an address is that of a forgotten blog, or of a page of it; undefined where none was forgotten. Only hashes are kept,
 * so every part of the address that could be the blog's own is hashed and looked up.
 */
export function linkForgotten(tombstones: Tombstone[]): ((address: string) => boolean) | undefined {
  if (tombstones.length === 0) return undefined
  const gone = new Set(tombstones.flatMap(({ feed, site }) => (site === undefined ? [feed] : [feed, site])))
  return (address) => {
    const key = canonicalKey(address)
    const ends = [...key.matchAll(/[/?]/g)].map(({ index }) => index)
    return [key, ...ends.map((end) => key.slice(0, end))].some((part) => gone.has(digest(part)))
  }
}

const digest = (key: string): string => createHash('sha256').update(key).digest('hex')
