import { describe, expect, it } from 'vitest'
import { openStore } from '../../src/reader/store.ts'

/** A storage as browsers have it; `room` is how long a text it takes. */
function storage(kept: Record<string, string> = {}, room = Number.POSITIVE_INFINITY): Storage {
  return {
    length: 0,
    clear: () => {},
    key: () => null,
    getItem: (name) => kept[name] ?? null,
    removeItem: (name) => {
      delete kept[name]
    },
    setItem: (name, text) => {
      if (text.length > room) throw new Error('QuotaExceededError')
      kept[name] = text
    },
  }
}

describe('openStore', () => {
  it('opens nothing where storage throws or is not there', () => {
    expect(
      openStore(() => {
        throw new Error('SecurityError')
      }),
    ).toBeUndefined()
    expect(openStore(() => null)).toBeUndefined()
  })

  it('keeps what is changed, and sees what another window has written', () => {
    const shared = storage()
    const [one, other] = [openStore(() => shared), openStore(() => shared)]
    one?.change(() => ({ chosen: ['topics/art'] }))
    other?.change(({ chosen }) => ({ chosen: ['topics/music', ...chosen] }))
    expect(one?.mine().chosen).toEqual(['topics/music', 'topics/art'])
  })

  it('begins anew where what it kept is damaged', () => {
    const store = openStore(() => storage({ reader: '{"saved":' }))
    expect(store?.mine()).toEqual({ saved: [], hidden: {}, chosen: [], still: false })
  })

  it('keeps what it had when it is full', () => {
    const store = openStore(() => storage({ reader: '{"chosen":["topics/art"]}' }, 30))
    store?.change(() => ({ hidden: { 'blogs/one': 'One', 'blogs/two': 'Two' } }))
    expect(store?.mine()).toMatchObject({ chosen: ['topics/art'], hidden: {} })
  })
})
