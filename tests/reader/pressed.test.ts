import { describe, expect, it } from 'vitest'
import { meant } from '../../src/reader/pressed.ts'

const press = (key: string, code: string, more = {}) =>
  meant({ key, code, ctrlKey: false, metaKey: false, altKey: false, ...more })

describe('the key that was meant', () => {
  it.each([
    ['j', 'KeyJ', 'j', 'an English keyboard'],
    ['J', 'KeyJ', 'j', 'capital letters'],
    ['j', 'KeyC', 'j', 'Dvorak, where j lies elsewhere'],
    ['о', 'KeyJ', 'j', 'a Russian keyboard'],
    ['ت', 'KeyJ', 'j', 'an Arabic keyboard'],
    ['/', 'Digit7', '/', 'a Spanish keyboard'],
    ['?', 'Minus', '?', 'a German keyboard'],
    ['؟', 'Slash', '?', 'an Arabic question mark'],
    ['Escape', 'Escape', 'escape', 'a named key'],
  ])('%s at %s is %s: %s', (key, code, wanted) => expect(press(key, code)).toBe(wanted))

  it.each(['ctrlKey', 'metaKey', 'altKey'])('is nobody’s with %s', (modifier) => {
    expect(press('j', 'KeyJ', { [modifier]: true })).toBe('')
  })
})
