import { describe, expect, it } from 'vitest'
import { groupsOf, pagesOf } from '../../src/components/lists.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

describe('pagesOf', () => {
  it('makes one empty page of an empty list', () => {
    expect(pagesOf([])).toEqual([{ items: [], number: 1, last: 1 }])
  })

  it.each([
    [20, 1],
    [21, 2],
    [60, 3],
  ])('makes of %d posts %d pages, with every post once', (count, last) => {
    const pages = pagesOf(numbers(count))
    expect(pages.map((page) => page.last)).toEqual(pages.map(() => last))
    expect(pages.flatMap(({ items }) => items)).toEqual(numbers(count))
  })
})

it('groups in the order in which the keys come', () => {
  expect(groupsOf(['b1', 'a1', 'b2'], (text) => text[0])).toEqual([
    { key: 'b', items: ['b1', 'b2'] },
    { key: 'a', items: ['a1'] },
  ])
})
