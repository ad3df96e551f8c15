import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { letterTo } from '../../src/components/letters.ts'
import { reportAddress } from '../../src/components/report.ts'

/** What a mail program is given: the browser resolves the address first. */
function letter(address: string) {
  const url = new URL(address)
  const fields = url.search
    .slice(1)
    .split('&')
    .map((field) => field.split('=').map(decodeURIComponent))
  return { to: url.pathname, fields }
}

describe('a letter', () => {
  it('has its subject and its text, and nobody it goes to', () => {
    expect(letter(letterTo('', 'A post', 'https://x.org/archive/2026-11/1/#p-1'))).toEqual({
      to: '',
      fields: [
        ['subject', 'A post'],
        ['body', 'https://x.org/archive/2026-11/1/#p-1'],
      ],
    })
  })

  it('keeps letters of all languages as they are, and the page light', () => {
    expect(letterTo('a@b.org', 'Ребёнок', 'سلام')).toBe('mailto:a@b.org?subject=Ребёнок&body=سلام')
  })

  it('lets no title add a header: a line break in a subject is a space', () => {
    const { fields } = letter(letterTo('', 'Fun\r\nBcc: all@school.org\n\nHi', 'x'))
    expect(fields).toEqual([
      ['subject', 'Fun Bcc: all@school.org Hi'],
      ['body', 'x'],
    ])
  })

  it('writes the lines of a text as mail does', () => {
    expect(letterTo('', 's', 'one\ntwo\r\nthree')).toBe('mailto:?subject=s&body=one%0D%0Atwo%0D%0Athree')
  })

  it('adds to a contact that has fields already', () => {
    expect(letterTo('a@b.org?cc=c@b.org', 's', 't')).toBe('mailto:a@b.org?cc=c@b.org&subject=s&body=t')
  })

  it('says whatever a title holds, and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (subject, body) => {
        const { fields } = letter(letterTo('', subject, body))
        expect(fields.map(([name]) => name)).toEqual(['subject', 'body'])
        expect(fields[0]?.[1]).toBe(subject.toWellFormed().replace(/\s+/g, ' '))
        expect(fields[1]?.[1]?.replaceAll('\r\n', '\n')).toBe(body.toWellFormed().replaceAll('\r\n', '\n'))
      }),
    )
  })
})

describe('a report', () => {
  const PERMALINK = 'https://planet.org/archive/2026-11/1/#p-0123456789ab'
  const say = (key: string) => `<${key}>`

  it('is a letter with the reasons, a child first, and the permalink', () => {
    const { to, fields } = letter(reportAddress('mailto:us@planet.org', PERMALINK, say))
    expect(to).toBe('us@planet.org')
    const [subject, body] = fields.map(([, text = '']) => text)
    expect(subject).toBe('<doing.report-subject>')
    const lines = body?.split('\r\n') ?? []
    expect(lines.slice(0, 2)).toEqual(['<doing.report-text>', '<doing.child>'])
    expect(lines.at(-1)).toBe(PERMALINK)
  })

  it.each(['https://github.com/o/r/issues', 'https://github.com/o/r/issues/', 'https://codeberg.org/o/r/issues/new'])(
    'is a new issue at %s',
    (contact) => {
      const url = new URL(reportAddress(contact, PERMALINK, say))
      expect(url.pathname).toBe('/o/r/issues/new')
      expect(url.searchParams.get('title')).toBe('<doing.report-subject>')
      expect(url.searchParams.get('body')).toContain(PERMALINK)
    },
  )

  it('opens any other page as it is', () => {
    expect(reportAddress('https://planet.org/contact?to=us', PERMALINK, say)).toBe('https://planet.org/contact?to=us')
  })
})
