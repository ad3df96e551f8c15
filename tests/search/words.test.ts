import { describe, expect, test } from 'vitest'
import { asked, indexed, withoutEndings } from '../../src/search/words.ts'

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
  expect(withoutEndings('aula ABP the')).toBe('aula ABP the')
  expect(withoutEndings('Flipped classes')).toBe('Flipp class')
})

test('a word is found by its beginning, and is no beginning of another', () => {
  const word = indexed('One')
  expect(word.startsWith(asked('On'))).toBe(true)
  expect(asked('Onerror').startsWith(word)).toBe(false)
})

test('what stands in quotation marks is asked for as it stands in the index', () => {
  expect(asked('"flipped classes"')).toBe(`"${indexed('flipped classes')}"`)
  expect(asked('"flipped classes" are')).toBe('flipped classes are')
})

test('punctuation parts words on both sides, but for the Catalan middle dot', () => {
  expect(asked("l'aula, well-being! col·legi")).toBe('l aula well being collegi')
  expect(indexed("l'aula").split(' ')).toHaveLength(2)
})

test('the Arabic article makes no difference', () => {
  expect(asked('حصة العلوم والرياضيات للتلاميذ')).toBe('حصة علوم رياضيات تلاميذ')
  expect(indexed('العلوم')).toBe(indexed('علوم'))
  expect(asked('ال')).toBe('ال')
})
