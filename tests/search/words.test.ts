import { describe, expect, test } from 'vitest'
import { searched, withoutEndings } from '../../src/search/words.ts'

describe('forms of a word begin alike without their endings', () => {
  test.each([
    ['activities', 'activity'],
    ['schools', 'school'],
    ['clases', 'clase'],
    ['matemáticas', 'matemática'],
    ['projectes', 'projecte'],
    ['подоконнике', 'подоконник'],
    ['уроков', 'уроками'],
    ['школьные', 'школьного'],
    ['معلمون', 'معلمة'],
  ])('%s, %s', (one, other) => {
    expect(other.startsWith(withoutEndings(one))).toBe(true)
  })
})

test('short words stay as they are, and each word is taken for itself', () => {
  expect(withoutEndings('aula ABP the')).toBe('aula abp the')
  expect(withoutEndings('Flipped classes')).toBe('flipp class')
})

test('what stands in quotation marks is asked for as it stands', () => {
  expect(withoutEndings('"flipped classes"')).toBe('"flipped classes"')
})

test('the Arabic article makes no difference', () => {
  expect(searched('حصة العلوم والرياضيات للتلاميذ')).toBe('حصة علوم رياضيات تلاميذ')
  expect(searched('ال')).toBe('ال')
  expect(searched('Half of a half')).toBe('Half of a half')
})
