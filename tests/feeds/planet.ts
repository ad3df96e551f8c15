import { join } from 'node:path'
import { type Dictionaries, loadDictionaries } from '../../src/i18n/index.ts'
import { type Interface, openInterface } from '../../src/i18n/interface.ts'
import type { KeptBlog, Post } from '../../src/planet/archive/post.ts'
import { compose } from '../../src/planet/compose/compose.ts'
import type { Planet } from '../../src/planet/compose/planet.ts'
import { type FeedsFile, parseFeedsFile } from '../../src/planet/config/feeds-file.ts'
import { readTopics } from '../../src/planet/config/topics.ts'

const root = join(import.meta.dirname, '..', '..')
const topics = await readTopics(join(root, 'content', 'topics.yaml'))
const dictionaries: Dictionaries = await loadDictionaries(join(root, 'src', 'i18n'))

const FILE = parseFeedsFile(`
planet:
  title: Tea & Chalk
  description: {en: Blogs of a few teachers., ca: Blogs d’uns quants mestres.}
  languages: [en, ca]
  contact: mailto:hello@planet.example
  timezone: Europe/Madrid
blogs:
  - id: number-line
    title: The Number Line
    site: https://number-line.example/
    feed: https://number-line.example/feed.xml?format=rss&full=1
    kind: teacher
    language: en
    description: Maths & wrong answers.
    author: Ms Tangent
    levels: [primary]
    subjects: [mathematics]
    consent: &consent {by: owner, date: 2026-11-02, how: test}
  - id: mates-al-pati
    title: Mates al pati
    site: https://mates-al-pati.example/
    feed: content/samples/mates-al-pati.json
    kind: teacher
    language: ca
    author: Núria P.
    subjects: [mathematics]
    licence: CC-BY-SA-4.0
    show: full
    consent: *consent
  - id: aula-204
    title: Aula 204
    site: https://aula-204.example/
    feed: https://aula-204.example/rss
    kind: class
    language: es
    consent: *consent
  - id: resting
    title: Resting
    site: https://resting.example/
    feed: https://resting.example/rss
    kind: school
    language: en
    status: paused
    consent: *consent
`)

/** A small planet of four blogs: an excerpt blog, one in full, one of a class, one that rests. `posts` replaces its posts. */
export function samplePlanet(posts: Post[] = samplePosts(), { planet, blogs }: FeedsFile = FILE): Planet {
  const kept = new Map(blogs.map(({ id }): [string, KeptBlog] => [id, { posts: posts.filter(({ blog }) => blog === id) }]))
  return compose({ planet, blogs, kept, topics, pages: [], now: '2026-11-21T08:00:00.000Z' })
}

/** The interface of a planet in its default language. */
export function speakFor({ settings, now }: Planet): Interface {
  return openInterface(dictionaries, settings.languages[0] ?? 'en', settings.timezone, now)
}

/** A post as the archive keeps it, by default of the blog `number-line`. `id` has 12 hex digits. */
export function samplePost(over: Partial<Post> & { id: string }): Post {
  const blog = FILE.blogs.find(({ id }) => id === (over.blog ?? 'number-line'))
  if (blog === undefined) throw new Error(`there is no sample blog ${over.blog}`)
  return {
    blog: blog.id,
    url: `${blog.site}posts/${over.id}/`,
    aliases: [],
    title: `Post ${over.id}`,
    authors: [],
    published: '2026-11-01T08:00:00.000Z',
    firstSeen: '2026-11-01T09:00:00.000Z',
    shelf: '2026-11/1',
    language: blog.language,
    tags: [],
    enclosures: [],
    excerpt: `The beginning of post ${over.id}.`,
    words: 400,
    links: [],
    sha256: '0'.repeat(64),
    ...over,
  }
}

/** One post for each blog that writes. */
export function samplePosts(): Post[] {
  return [
    samplePost({
      id: '00000000000a',
      title: 'Half of a half & other pizza',
      authors: ['Ms Tangent', 'Mr Sine'],
      published: '2026-11-20T07:30:00.000Z',
      updated: '2026-11-20T19:00:00.000Z',
      tags: ['maths', 'pizza day'],
      excerpt: 'We cut 3 < 4 pizzas & nobody agreed.',
    }),
    samplePost({
      id: '00000000000b',
      blog: 'mates-al-pati',
      title: 'El pati és una quadrícula',
      published: '2026-11-19T10:00:00.000Z',
      tags: ['mates'],
      excerpt: 'Guix, corda i coordenades.',
      html: '<p>Guix, <em>corda</em> i coordenades. <a href="https://example.org/?a=1&amp;b=2">Fitxa</a></p>',
    }),
    samplePost({
      id: '00000000000c',
      blog: 'aula-204',
      title: 'Nuestra radio',
      authors: ['Un alumno'],
      published: '2026-11-18T10:00:00.000Z',
      tags: ['radio escolar'],
      excerpt: 'Hola a todos.',
    }),
  ]
}
