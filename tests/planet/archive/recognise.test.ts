import { describe, expect, it } from 'vitest'
import type { Post } from '../../../src/planet/archive/post.ts'
import type { Entry } from '../../../src/planet/parse/feed.ts'
import { blogOf, entry, keep } from './support.ts'

const blog = blogOf({ site: 'https://blog.example.org/' })
const NOW = '2026-11-20T07:00:00.000Z'

const TEXTS = [
  'Doce onzas de chocolate, cuatro amigos y una discusión seria sobre los tercios.',
  'Las habas ya nos llegan por la cintura y las medimos cada lunes con una cuerda.',
  'El dictado lo prepara cada semana una pareja distinta, con diez palabras difíciles.',
  'Una botella, bicarbonato, vinagre y mucha emoción: así funciona nuestro volcán.',
]
const TITLES = ['Fracciones con chocolate', 'El huerto en mayo', 'Dictados sin miedo', '¿Qué es un volcán?']

/** An entry of a WordPress blog with speaking addresses; `fields` say otherwise. */
const post = (n: number, fields: Parameters<typeof entry>[0] = {}): Entry =>
  entry({
    id: `https://blog.example.org/?p=${n}`,
    url: `https://blog.example.org/2026/${TITLES[n]?.toLowerCase().replaceAll(' ', '-') ?? n}/`,
    title: TITLES[n] ?? `Título ${n}`,
    html: `<p>${TEXTS[n] ?? `Texto ${n}.`}</p>`,
    published: `2026-11-0${n + 1}T10:00:00.000Z`,
    ...fields,
  })
const read = (entries: Entry[], kept: Post[] = [], now = NOW) => keep({ entries }, blog, now, kept)
const all = [0, 1, 2, 3].map((n) => post(n))

describe('a greeting of every year', () => {
  const greeting = (year: number, slug = `feliz-navidad-${year}`) =>
    entry({
      id: `https://blog.example.org/?p=${year}`,
      url: `https://blog.example.org/${year}/12/${slug}/`,
      title: 'Feliz Navidad',
      html: '<p>Os deseamos a todos una feliz Navidad y un próspero año nuevo lleno de lecturas.</p>',
      published: `${year}-12-20T10:00:00.000Z`,
    })

  it('is a new post, although title, address and text are those of last year', () => {
    const { posts } = read([greeting(2025, 'feliz-navidad')], [], '2025-12-21T00:00:00.000Z')
    expect(read([greeting(2026, 'feliz-navidad')], posts, '2026-12-21T00:00:00.000Z').added).toHaveLength(1)
  })

  it('is a new post after a move too, where the old ones keep their dates', () => {
    const { posts } = read([...all, greeting(2024), greeting(2025)])
    const after = [
      ...all.map((one, n) => ({ ...one, id: `g${n}-ghost`, url: `https://new.example.org/${n}-x/` })),
      greeting(2026, 'f'),
    ]
    const moved = read(after, posts, '2026-12-21T00:00:00.000Z')
    expect(moved.added.map(({ published }) => published.slice(0, 4))).toEqual(['2026'])
  })
})

describe('ids that are given again after a reinstall', () => {
  const anew = { id: 'https://blog.example.org/?p=1', url: 'https://blog.example.org/?p=1' }

  it('neither swallow a new post nor edit the old one', () => {
    const { posts } = read([post(1, anew)])
    const after = read(
      [
        entry({
          ...anew,
          title: 'Servidor nuevo',
          html: '<p>Empezamos otra vez, con copias de todo lo que importa.</p>',
          published: '2027-02-01T08:00:00.000Z',
        }),
      ],
      posts,
      '2027-02-01T09:00:00.000Z',
    )
    expect(after.added.map(({ title }) => title)).toEqual(['Servidor nuevo'])
    expect(after.edited).toEqual([])
    expect(new Set(after.posts.map(({ id }) => id)).size).toBe(2)
  })

  it('name the right post in every later reading', () => {
    const { posts } = read([post(1, anew)])
    const second = entry({
      ...anew,
      title: 'Servidor nuevo',
      html: '<p>Empezamos otra vez, con copias.</p>',
      published: '2027-02-01T08:00:00.000Z',
    })
    const twice = read([second], posts, '2027-02-01T09:00:00.000Z').posts
    expect(read([second], twice, '2027-02-02T09:00:00.000Z').posts).toBe(twice)
  })

  it('still name a post whose title was changed', () => {
    const { posts } = read([post(1, anew)])
    const after = read([post(1, { ...anew, title: 'Mayo en el huerto de la escuela' })], posts)
    expect([after.added.length, after.edited.length]).toEqual([0, 1])
  })
})

describe('an edit', () => {
  it('under the same key is that post, whatever else changed', () => {
    const { posts } = read(all)
    const after = read([post(1, { title: 'Otra cosa', html: '<p>Nada de lo anterior queda en pie aquí.</p>' })], posts)
    expect([after.added.length, after.edited[0]?.title, after.edited[0]?.updated]).toEqual([0, 'Otra cosa', NOW])
  })

  it('is not told where no reader sees it: another quotation mark, another tag, another date in the feed', () => {
    const { posts } = read([post(0, { title: 'Leer "en voz alta"' })])
    const after = read([post(0, { title: 'Leer “en voz alta”', tags: ['lectura'], updated: '2026-11-19T00:00:00.000Z' })], posts)
    expect(after.edited).toHaveLength(1)
    expect(after.edited[0]).not.toHaveProperty('updated')
  })

  it('does not bring a post up again by a later date, but mends a date that was wrong', () => {
    const { posts } = read([post(0, { published: '2026-11-10T10:00:00.000Z' })])
    const dated = (published: string) => read([post(0, { published })], posts).posts[0]?.published
    expect(dated('2026-11-19T10:00:00.000Z')).toBe('2026-11-10T10:00:00.000Z')
    expect(dated('2026-11-11T10:00:00.000Z')).toBe('2026-11-11T10:00:00.000Z')
    expect(dated('2025-11-10T10:00:00.000Z')).toBe('2025-11-10T10:00:00.000Z')
  })
})

describe('a move', () => {
  const moved = (entries: Entry[]) =>
    entries.map((one, n) => ({ ...one, id: `65f1c0ffee0badcafe00000${n}`, url: `https://new.example.org/p/${n}` }))

  it('keeps the dates of the posts where the import gave all of them its own', () => {
    const { posts } = read(all)
    const after = read(
      moved(all).map((one) => ({ ...one, published: '2026-11-19T18:00:00.000Z' })),
      posts,
    )
    expect(after.added).toEqual([])
    expect(after.posts.map(({ published }) => published)).toEqual(posts.map(({ published }) => published))
    expect(after.posts.map(({ updated }) => updated)).toEqual([undefined, undefined, undefined, undefined])
  })

  it('is seen by the clock alone where there are neither titles nor texts to compare', () => {
    const { posts } = read(all)
    const after = moved(all).map((one, n) => ({
      ...entry({ title: `Sin nombre ${n}` }),
      id: one.id ?? '',
      published: one.published ?? '',
    }))
    expect(read(after, posts).added).toEqual([])
  })

  it('of one post within a feed that stayed is known by title and day', () => {
    const { posts } = read(all)
    const after = read([post(0), post(1), post(2), post(3, { id: 'x', url: 'https://blog.example.org/otro/' })], posts)
    expect(after.added).toEqual([])
  })
})

describe('two posts', () => {
  const homework = (day: number, text: string) =>
    entry({
      id: `https://blog.example.org/?p=${day}`,
      url: `https://blog.example.org/2026/11/${day}/deberes/`,
      title: 'Deberes',
      html: `<p>Para mañana: ${text}</p>`,
      published: `2026-11-${day}T15:00:00.000Z`,
    })
  const monday = homework(16, 'leer el capítulo tercero y copiar las palabras nuevas en el cuaderno azul')
  const tuesday = homework(17, 'traer una hoja de árbol, una piedra redonda y algo que suene al agitarlo')

  it('with the same title in one feed stay two', () => {
    const { posts } = read([monday, tuesday])
    expect(posts).toHaveLength(2)
    expect(read([monday, tuesday], posts).posts).toBe(posts)
  })

  it('with the same title on two days stay two, though the first has left the feed', () => {
    const { posts } = read([monday])
    expect(read([tuesday], posts).posts).toHaveLength(2)
  })

  it('that a feed lists twice in the same run are one', () => {
    const long = post(2, { html: `<p>${TEXTS.join(' ')}</p>` })
    const { posts } = read([post(0), post(1), long, post(3)])
    const twice = { ...long, url: 'https://blog.example.org/otra-forma-de-llegar/' }
    expect(read([post(0), post(1), long, post(3), twice], posts).posts).toHaveLength(4)
  })
})

describe('posts that came in one heap', () => {
  const heap = (from: number) =>
    Array.from({ length: 6 }, (_, n) =>
      entry({
        id: `https://blog.example.org/guias/guia-${from + n}/`,
        url: `https://blog.example.org/guias/guia-${from + n}/`,
        title: `Guía ${from + n}`,
        html: '<p>Guía de problemas para el segundo nivel, con soluciones al final y espacio para las cuentas.</p>',
        published: '2026-11-03T00:00:00.000Z',
      }),
    )

  it('with one date, one text and numbers for titles stay as many as they are', () => {
    const { posts } = read(heap(1))
    expect(posts).toHaveLength(6)
    expect(read(heap(20), posts).posts).toHaveLength(12)
  })
})

describe('many posts', () => {
  it('of one title cost no more than others', () => {
    const day = (n: number) => new Date(Date.parse('2010-01-01T08:00:00Z') + n * 86_400_000).toISOString()
    const many = (host: string, shift: number) =>
      Array.from({ length: 3000 }, (_, n) =>
        entry({
          id: `${host}-${n}-abcdef`,
          url: `https://${host}.example.org/deberes/${n}`,
          title: 'Deberes',
          html: `<p>Para mañana los ejercicios ${n} y ${n + 1} del libro de matemáticas.</p>`,
          published: new Date(Date.parse(day(n)) + shift).toISOString(),
        }),
      )
    const { posts } = read(many('old', 0))
    const started = performance.now()
    expect(read(many('new', 3_600_000), posts).added.length).toBe(0)
    // Every one with every other would take minutes.
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})
