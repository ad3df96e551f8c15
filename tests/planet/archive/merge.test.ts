import { describe, expect, it } from 'vitest'
import { canonicalKey } from '../../../src/planet/archive/address.ts'
import { draftOf } from '../../../src/planet/archive/draft.ts'
import { merge } from '../../../src/planet/archive/merge.ts'
import type { Post } from '../../../src/planet/archive/post.ts'
import { openShelves, SHELF_SIZE } from '../../../src/planet/archive/shelves.ts'
import { parseFeedsFile } from '../../../src/planet/config/feeds-file.ts'
import { asUntrusted, type Entry } from '../../../src/planet/parse/feed.ts'

const NOW = '2026-11-20T07:00:00.000Z'
const LATER = '2026-11-21T07:00:00.000Z'

const blogOf = (fields: string) =>
  parseFeedsFile(`planet: {title: T, contact: 'mailto:a@example.org'}
blogs: [{id: mates, title: Mates, site: 'https://mates.example.org/', feed: 'https://mates.example.org/feed', kind: teacher, language: ca, consent: {by: owner, date: 2026-11-20, how: test}${fields}}]`)
    .blogs[0]

function entry(fields: Partial<Omit<Entry, 'title' | 'html'>> & { title?: string; html?: string } = {}): Entry {
  const { title = 'Fraccions', html = '<p>Un text.</p>', ...rest } = fields
  return {
    id: 'guid-1',
    url: 'https://mates.example.org/fraccions/',
    published: '2026-11-19T10:00:00.000Z',
    authors: [],
    tags: [],
    enclosures: [],
    ...rest,
    title: asUntrusted(title),
    html: asUntrusted(html),
  }
}

/** What is kept after a feed with these entries was read. */
function keep(entries: Entry[], kept: Post[] = [], now = NOW, fields = '') {
  const blog = blogOf(fields)
  if (blog === undefined) throw new Error('the blog of the fixture is missing')
  const drafts = entries.map((one) => draftOf(one, { entries }, blog, now)).filter((draft) => draft !== undefined)
  return merge(kept, drafts, {
    now,
    shelves: openShelves(() => kept.map(({ shelf }) => shelf), 'Europe/Madrid'),
    home: new Set(['mates.example.org']),
  })
}

describe('keeping the entries of a feed', () => {
  it('keeps a new entry as a post with an id, a shelf and its first sight', () => {
    const { posts, added } = keep([entry({ tags: ['mates', 'mates', ' ABP '], authors: ['Núria P.'] })])
    expect(added).toEqual(posts)
    expect(posts[0]).toMatchObject({
      blog: 'mates',
      title: 'Fraccions',
      excerpt: 'Un text.',
      words: 2,
      language: 'ca',
      tags: ['mates', 'ABP'],
      firstSeen: NOW,
      shelf: '2026-11/1',
      authors: ['Núria P.'],
    })
    expect(posts[0]?.id).toMatch(/^[0-9a-f]{12}$/)
    expect(posts[0]).not.toHaveProperty('html')
  })

  it('gives back the very same posts when nothing is new', () => {
    const { posts } = keep([entry()])
    expect(keep([entry()], posts, LATER).posts).toBe(posts)
  })

  it('takes an edit over in place: same id, same shelf, same first sight', () => {
    const { posts } = keep([entry()])
    const after = keep([entry({ title: 'Fraccions i més', published: '2026-12-01T00:00:00.000Z' })], posts, LATER)
    expect(after.added).toEqual([])
    expect(after.edited).toHaveLength(1)
    expect(after.posts).toHaveLength(1)
    expect(after.posts[0]).toMatchObject({
      id: posts[0]?.id,
      shelf: '2026-11/1',
      firstSeen: NOW,
      title: 'Fraccions i més',
      updated: LATER,
    })
  })

  it('knows a post by its address when its guid changed, and by its guid when its address changed', () => {
    const { posts } = keep([entry()])
    const newGuid = keep([entry({ id: 'other' })], posts, LATER).posts
    expect(newGuid).toHaveLength(1)
    const newUrl = keep(
      [entry({ id: 'other', url: 'https://www.mates.example.org/2026/fraccions?utm_source=x' })],
      newGuid,
      LATER,
    ).posts
    expect(newUrl).toHaveLength(1)
    expect(newUrl[0]?.id).toBe(posts[0]?.id)
  })

  it('keeps what the feed no longer has', () => {
    const { posts } = keep([entry(), entry({ id: 'guid-2', url: 'https://mates.example.org/2/', title: 'Dos' })])
    expect(keep([entry()], posts, LATER).posts).toBe(posts)
  })

  it('keeps apart entries that share a guid, or an address', () => {
    const shared = [1, 2, 3].map((n) => entry({ id: 'same', url: `https://mates.example.org/${n}/`, title: `T${n}` }))
    const { posts } = keep(shared)
    expect(posts).toHaveLength(3)
    expect(keep(shared, posts, LATER).posts).toBe(posts)
    const home = [1, 2].map((n) => entry({ id: `g${n}`, url: 'https://mates.example.org/', title: `T${n}` }))
    expect(keep(home).posts).toHaveLength(2)
  })

  it('keeps two posts that have the same title and time but no text', () => {
    const same = [1, 2].map((n) => entry({ id: `g${n}`, url: `https://mates.example.org/${n}/`, html: '' }))
    const { posts } = keep(same)
    expect(posts).toHaveLength(2)
    expect(keep(same, posts, LATER).posts).toBe(posts)
  })

  it('keeps one of two entries that are the same in everything', () => {
    expect(keep([entry(), entry()]).posts).toHaveLength(1)
  })

  it('gives a post without a date, or with an absurd one, the time it was first seen, and keeps that', () => {
    const { posts } = keep([entry({ published: '0001-01-01T00:00:00.000Z' })])
    expect(posts[0]).toMatchObject({ published: NOW, dateGuessed: true })
    expect(keep([entry({ published: '0001-01-01T00:00:00.000Z' })], posts, LATER).posts).toBe(posts)
  })

  it('calls a post without a title by its first words', () => {
    expect(keep([entry({ title: '', html: '<p>Avui hem fet pa.</p>' })]).posts[0]?.title).toBe('Avui hem fet pa.')
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://x.example/', undefined])(
    'links an entry that leads to %s to the blog',
    (url) => {
      const { url: _, ...rest } = entry()
      const one = url === undefined ? rest : entry({ url })
      expect(keep([one]).posts[0]?.url).toBe('https://mates.example.org/')
    },
  )

  it('drops an entry that has nothing to call it by', () => {
    expect(keep([entry({ title: '', html: '<img src="x.png">' })]).posts).toEqual([])
  })

  it('keeps apart entries without address, id and date by their titles, and knows them again', () => {
    const bare = ['Un', 'Dos'].map((title) => {
      const { id: _, url: __, published: ___, ...rest } = entry({ title })
      return rest
    })
    const { posts } = keep(bare.slice(0, 1))
    const after = keep(bare, posts, LATER)
    expect(after.posts.map(({ title }) => title)).toEqual(['Un', 'Dos'])
    expect(keep(bare, after.posts, '2026-11-25T07:00:00.000Z').posts).toBe(after.posts)
  })

  it('keeps neither text nor files of a blog that is only linked to', () => {
    const { posts } = keep([entry({ enclosures: [{ url: 'https://mates.example.org/a.pdf' }] })], [], NOW, ', show: link')
    expect(posts[0]).toMatchObject({ excerpt: '', enclosures: [], title: 'Fraccions' })
  })

  it('keeps sanitised full text where the blog wishes and its licence allows', () => {
    const { posts } = keep(
      [entry({ html: '<p onclick="x()">Tot <script>x</script>el text.</p>' })],
      [],
      NOW,
      ', show: full, licence: CC-BY-4.0',
    )
    expect(posts[0]?.html).toBe('<p>Tot el text.</p>')
  })

  it('drops no picture into the enclosures', () => {
    const enclosures = [
      { url: 'https://mates.example.org/face.jpg', type: 'image/jpeg' },
      { url: 'https://mates.example.org/a.mp3', type: 'audio/mpeg' },
    ]
    expect(keep([entry({ enclosures })]).posts[0]?.enclosures).toEqual([enclosures[1]])
  })

  it('leaves out what blog software writes under every text', () => {
    const html = '<p>Un text curt.</p><p>La entrada <a href="#">Fraccions</a> se publicó primero en <a href="#">Mates</a>.</p>'
    expect(keep([entry({ html })]).posts[0]?.excerpt).toBe('Un text curt.')
  })
})

describe('shelves', () => {
  it('hold a hundred posts of a month, in order of first keeping', () => {
    const shelves = openShelves(() => [], 'UTC')
    const places = Array.from({ length: SHELF_SIZE + 1 }, () => shelves.place('2026-11-05T00:00:00Z'))
    expect(new Set(places.slice(0, SHELF_SIZE))).toEqual(new Set(['2026-11/1']))
    expect(places.at(-1)).toBe('2026-11/2')
  })

  it('go on where the archive left off', () => {
    const full = Array.from({ length: SHELF_SIZE }, () => '2026-11/1')
    expect(openShelves(() => full, 'UTC').place('2026-11-30T00:00:00Z')).toBe('2026-11/2')
  })

  it('go by the months of the planet, not of Greenwich', () => {
    expect(openShelves(() => [], 'Europe/Madrid').place('2026-10-31T23:30:00Z')).toBe('2026-11/1')
  })
})

describe('the key of an address', () => {
  it.each([
    ['http://www.example.org/a/', 'https://example.org/a'],
    ['https://example.org/a?utm_source=rss&utm_medium=x', 'https://example.org/a'],
    ['https://example.org/a?b=1&a=2#top', 'https://example.org/a?a=2&b=1'],
  ])('is one for %s and %s', (one, other) => {
    expect(canonicalKey(one)).toBe(canonicalKey(other))
  })

  it('differs where the page may', () => {
    expect(canonicalKey('https://example.org/?p=1')).not.toBe(canonicalKey('https://example.org/?p=2'))
  })
})
