import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canHide, joined, mineOf, placeOf, type SavedPost } from '../../src/reader/mine.ts'

const post = (id: string, more: Partial<SavedPost> = {}): SavedPost => ({
  permalink: `/archive/2026-11/1/#p-${id}`,
  href: `https://blog.example/${id}/`,
  from: '/blogs/blog/',
  title: id,
  blog: 'Blog',
  date: '2026-11-19T18:50:00.000Z',
  excerpt: '',
  lang: 'ca',
  dir: 'ltr',
  ...more,
})
const mine = (more: object = {}) => ({ saved: [], hidden: {}, chosen: [], still: false, ...more })

describe('mineOf', () => {
  it('gives back what was written', () => {
    const whole = mine({
      saved: [post('a'), post('b', { lang: 'ar', dir: 'rtl' })],
      hidden: { 'blogs/number-line': 'The Number Line', 'topics/physics': 'Physics' },
      chosen: ['topics/primary', 'languages/pt'],
      still: true,
    })
    expect(mineOf(JSON.parse(JSON.stringify(whole)))).toEqual(whole)
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', ' javascript:alert(1)', 'blob:x', 'relative', ''])(
    'lets no post in with the address “%s”',
    (address) => {
      for (const name of ['permalink', 'href', 'from'])
        expect(mineOf({ saved: [post('a', { [name]: address })] }).saved).toEqual([])
    },
  )

  it('takes fields that are no text for empty ones, and cuts endless ones', () => {
    const given = { ...post('a'), title: { toString: 1 }, blog: null, excerpt: 'x'.repeat(5000) }
    expect(mineOf({ saved: [given] }).saved).toEqual([post('a', { title: '', blog: '', excerpt: 'x'.repeat(1000) })])
  })

  it('knows only places of the site', () => {
    const places = ['topics/art', '../x', 'topics/a/b', 'https://x.example/', 'blogs/"><b>', '__proto__', 5]
    expect(mineOf({ chosen: places }).chosen).toEqual(['topics/art'])
    expect(mineOf({ hidden: Object.fromEntries(places.map((place) => [place, 'x'])) }).hidden).toEqual({ 'topics/art': 'x' })
  })

  it('makes something sound of anything', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (any, inner) => {
        for (const value of [any, { saved: any, hidden: inner, chosen: any }, { saved: [any, inner] }]) {
          const sound = mineOf(value)
          expect(mineOf(sound)).toEqual(sound)
        }
      }),
    )
  })
})

describe('joined', () => {
  it('adds what is new and keeps what was there', () => {
    const ours = mine({ saved: [post('a')], hidden: { 'blogs/x': 'X' }, chosen: ['topics/art'] })
    const theirs = mine({
      saved: [post('b'), post('a', { title: 'another' })],
      hidden: { 'blogs/x': 'Y', 'blogs/z': 'Z' },
      still: true,
    })
    expect(joined(ours, theirs)).toEqual({
      ...ours,
      saved: [post('a'), post('b')],
      hidden: { 'blogs/x': 'X', 'blogs/z': 'Z' },
    })
  })
})

describe('placeOf', () => {
  it.each([
    ['/topics/art/', 'topics/art'],
    ['/planet/ru/topics/art/2/', 'topics/art'],
    ['/planet/topics/art/primary/', 'topics/art'],
    ['/blogs/aula-204/', 'blogs/aula-204'],
    ['/languages/pt/', 'languages/pt'],
    ['/topics/', undefined],
    ['/', undefined],
    ['/tags/art/', undefined],
  ])('of %s is %s', (path, place) => expect(placeOf(path)).toBe(place))
})

describe('canHide', () => {
  it.each(['/topics/art/', '/blogs/aula-204/'])('says yes to %s', (path) => expect(canHide(path)).toBe(true))
  it.each(['/', '/topics/', '/topics/art/2/', '/languages/ca/', '/archive/2026-11/'])('says no to %s', (path) =>
    expect(canHide(path)).toBe(false),
  )
})
