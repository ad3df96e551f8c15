import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { cut } from '../../../src/planet/config/cut.ts'

const FILE = `# The planet.
planet: {title: T}   # as it is

blogs:
  # The oldest on top.
  - id: one
    title: "First"

  # Of Núria, who wrote on 3 May.
  - id: two
    title: Second # her own words
    links:
      - a
    # she asked for links only

  # From the south.
  - {id: three, title: Third}
# The end.
`

test('a list loses one entry, with the comments inside it and the one above that names it', () => {
  expect(cut(FILE, 'blogs', 1, ['núria', 'Second'])).toBe(`# The planet.
planet: {title: T}   # as it is

blogs:
  # The oldest on top.
  - id: one
    title: "First"

  # From the south.
  - {id: three, title: Third}
# The end.
`)
})

test('comments that speak of something else stay', () => {
  const rest = cut(FILE, 'blogs', 0, ['one', 'First'])
  expect(rest).toContain('blogs:\n  # The oldest on top.\n  # Of Núria')
  expect(parse(rest).blogs).toEqual([
    { id: 'two', title: 'Second', links: ['a'] },
    { id: 'three', title: 'Third' },
  ])
})

test('the last entry goes, and what follows the list stays', () => {
  const rest = cut(FILE, 'blogs', 2, ['three'])
  expect(rest).toMatch(/links only\n\n {2}# From the south\.\n# The end\.\n$/)
  expect(parse(rest).blogs).toHaveLength(2)
})

test('a list that loses its only entry is an empty list', () => {
  expect(parse(cut('blogs:\n  - id: one\n', 'blogs', 0))).toEqual({ blogs: [] })
  expect(cut('hide:\n- id: one\npause: []\n', 'hide', 0)).toBe('hide: []\npause: []\n')
})

test('entries between brackets are cut as cleanly', () => {
  const text = 'hide: [{post: a}, {post: b}, {post: c}] # three\n'
  expect(cut(text, 'hide', 0)).toBe('hide: [{post: b}, {post: c}] # three\n')
  expect(cut(text, 'hide', 1)).toBe('hide: [{post: a}, {post: c}] # three\n')
  expect(cut(text, 'hide', 2)).toBe('hide: [{post: a}, {post: b}] # three\n')
  expect(cut('hide: [{post: a}]\n', 'hide', 0)).toBe('hide: []\n')
})

test('an entry whose last field is a long text goes with all its lines', () => {
  const text = 'blogs:\n  - id: one\n    description: >\n      Two\n      lines.\n\n  - id: two\n    title: x'
  expect(cut(text, 'blogs', 0)).toBe('blogs:\n  - id: two\n    title: x')
  expect(cut(text, 'blogs', 1)).toBe('blogs:\n  - id: one\n    description: >\n      Two\n      lines.\n\n')
})
