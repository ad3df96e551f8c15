import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseModeration, readModeration, unknownInModeration } from '../../../src/planet/config/moderation.ts'
import { ProblemsError, problemLine } from '../../../src/planet/problem.ts'

const nothing = { hide: [], pause: [], release: [], refuse: [] }

/** What is said about a file that is refused. */
function refusal(text: string): string {
  try {
    parseModeration(text)
  } catch (error) {
    if (error instanceof ProblemsError) return error.message
    throw error
  }
  return 'it was taken'
}

describe('content/moderation.yaml', () => {
  test('decides nothing as it ships, and where there is none', () => {
    expect(readModeration(join(import.meta.dirname, '../../../content/moderation.yaml'))).toEqual(nothing)
    expect(readModeration('/nowhere/moderation.yaml')).toEqual(nothing)
  })

  test('may be empty, and so may its lists', () => {
    expect(parseModeration('# nothing yet\n')).toEqual(nothing)
    expect(parseModeration('hide:\npause: []\n')).toEqual(nothing)
  })

  test('says what is hidden, paused, released and refused, when and why', () => {
    expect(
      parseModeration(
        [
          'hide:',
          '  - {post: 0a1b2c3d4e5f, date: 2026-11-21, reason: pupil-recognisable, note: "photo: in the text"}',
          'pause: [{blog: mates, date: 2026-11-20, reason: author-wish}]',
          'release: [{blog: aula, date: 2026-11-19, reason: moved}]',
          'refuse: [{blog: lectura, date: 2026-11-18, reason: taken-over}]',
        ].join('\n'),
      ),
    ).toEqual({
      hide: [{ post: '0a1b2c3d4e5f', date: '2026-11-21', reason: 'pupil-recognisable', note: 'photo: in the text' }],
      pause: [{ blog: 'mates', date: '2026-11-20', reason: 'author-wish' }],
      release: [{ blog: 'aula', date: '2026-11-19', reason: 'moved' }],
      refuse: [{ blog: 'lectura', date: '2026-11-18', reason: 'taken-over' }],
    })
  })

  test.each(['012345678901', '12e456789012', '123456789012'])('takes the id %s as it is written', (id) => {
    expect(parseModeration(`hide: [{post: ${id}, date: 2026-11-21, reason: spam}]`).hide[0]?.post).toBe(id)
  })

  test('is refused with line, field and a way out', () => {
    expect(refusal('hide:\n  - {post: 12345, date: 2026-11-21, reason: spam}')).toMatch(
      /^content\/moderation\.yaml:2 hide\[0\]\.post: "12345" is not the id of a post\. Write the twelve signs/,
    )
    expect(refusal('pause:\n  - {blog: mates, date: 2026-11-21, reason: boring}')).toMatch(
      /^content\/moderation\.yaml:2 pause\[0\]\.reason: "boring" is not known here\. Write one of: pupil-recognisable, /,
    )
    expect(refusal('pause:\n  - {blog: mates, date: yesterday, reason: spam}')).toMatch(
      /pause\[0\]\.date: "yesterday" is not a day/,
    )
    expect(refusal('pause:\n  - blog: mates\n    reason: spam')).toMatch(
      /pause\[0\]\.date: This is missing\. Add "date:" here; docs\/maintain\.md says what it holds\.$/,
    )
    expect(refusal('hidden: []')).toMatch(/"hidden" is not a field that Staffroom knows/)
    expect(refusal('hide: [')).toMatch(/^content\/moderation\.yaml:1: This is not YAML/)
  })

  test('must not speak of blogs and posts that are not there', () => {
    const text =
      'hide:\n  - {post: aaaaaaaaaaaa, date: 2026-11-21, reason: spam}\n  - {post: bbbbbbbbbbbb, date: 2026-11-21, reason: spam}\nrefuse:\n  - {blog: mats, date: 2026-11-21, reason: spam}\n'
    const known = { blogs: new Set(['mates']), posts: new Set(['aaaaaaaaaaaa']) }
    const said = unknownInModeration(text, parseModeration(text), known).map(problemLine)
    expect(said).toEqual([
      expect.stringMatching(/^content\/moderation\.yaml:3 hide\[1\]\.post: The archive keeps no post "bbbbbbbbbbbb"\./),
      expect.stringMatching(/^content\/moderation\.yaml:5 refuse\[0\]\.blog: There is no blog "mats" in feeds\.yaml\./),
    ])
  })

  test('may speak of any post where there is no archive to look into', () => {
    const text = 'hide: [{post: aaaaaaaaaaaa, date: 2026-11-21, reason: spam}]'
    expect(unknownInModeration(text, parseModeration(text), { blogs: new Set() })).toEqual([])
  })
})
