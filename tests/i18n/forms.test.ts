import { describe, expect, it } from 'vitest'
import { formCounts } from '../../src/i18n/forms.ts'

describe('formCounts', () => {
  it.each([
    ['en', { one: 1, other: 0 }],
    ['ru', { one: 1, few: 2, many: 0 }],
    ['es', { one: 1, many: 1_000_000, other: 0 }],
    ['ar', { zero: 0, one: 1, two: 2, few: 3, many: 11, other: 100 }],
  ])('finds a count for each form that whole numbers take in %s', (language, counts) => {
    expect(formCounts(language)).toEqual(counts)
  })
})
