import { type Blog, parseFeedsFile } from '../../src/planet/config/feeds-file.ts'
import { asUntrusted, type Entry, type Feed } from '../../src/planet/parse/feed.ts'

const BLOGS = 1000
/** Entries that a feed shows. */
const WINDOW = 10
const FIRST = Date.parse('2016-01-04T08:00:00Z')
const DAY = 86_400_000

const WORDS =
  'pupil chalk board notebook fraction reading wind yard week game question answer story map river mountain pencil group workshop science plant seed window door music theatre verse letter number ruler shadow evening morning winter autumn lesson teacher example drawing project time path card stone sound colour silence word idea mistake memory market street train bridge light water'.split(
    ' ',
  )

/** A thousand blogs, the same in every run. */
export function blogsOfBench(): Blog[] {
  const lines = Array.from({ length: BLOGS }, (_, n) =>
    JSON.stringify({
      id: `blog-${n}`,
      title: `Blog ${n}`,
      site: `https://blog-${n}.example.org/`,
      feed: `https://blog-${n}.example.org/feed/`,
      kind: 'teacher',
      language: 'en',
      consent: { by: 'owner', date: '2026-11-20', how: 'bench' },
    }),
  )
  return parseFeedsFile(
    `planet: {title: B, contact: 'mailto:a@example.org'}\nblogs:\n${lines.map((line) => `- ${line}`).join('\n')}`,
  ).blogs
}

/** The feed of a blog after it wrote so many posts: all of them, or the newest as a feed shows them. */
export function feedAfter(blog: Blog, posts: number, window: number = WINDOW): Feed {
  const first = Math.max(0, posts - window)
  return { url: blog.site, entries: Array.from({ length: posts - first }, (_, at) => entryOf(blog, first + at)) }
}

function entryOf({ site }: Blog, number: number): Entry {
  const seed = number + site.length * 1000 + Number(site.replace(/\D/g, ''))
  const title = phrase(seed, 5)
  return {
    id: `${site}?p=${number}`,
    url: `${site}${title.replaceAll(' ', '-')}-${number}/`,
    title: asUntrusted(title),
    published: new Date(FIRST + number * 30 * DAY + (seed % 1000) * 60_000).toISOString(),
    authors: ['A. Teacher'],
    tags: [phrase(seed, 1), phrase(seed + 1, 1)],
    enclosures: [],
    html: asUntrusted(`<p>${phrase(seed, 70)}</p><p><a href="https://example.org/${seed}">${phrase(seed + 2, 40)}</a></p>`),
  }
}

/** Words by a rule that looks like none. */
function phrase(seed: number, length: number): string {
  let state = seed + 1
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return WORDS[(state >> 8) % WORDS.length]
  }).join(' ')
}
