import { describe, expect, it } from 'vitest'
import { parseFeedsFile } from '../../../src/planet/config/feeds-file.ts'
import { ProblemsError, problemLine } from '../../../src/planet/problem.ts'

const PLANET = `planet:
  title: Test planet
  contact: mailto:us@example.org
`
const BLOG =
  '{id: b1, title: B, site: "http://127.0.1.1:9100/", feed: "http://127.0.1.1:9100/feed.xml", kind: teacher, language: es, show: excerpt, consent: {by: owner, date: 2026-11-21, how: test}, status: active}'

/** The problems of a file, one line each. */
function problems(text: string): string[] {
  try {
    parseFeedsFile(text)
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems.map(problemLine)
    throw error
  }
  return []
}

const withBlog = (change: (line: string) => string): string => `${PLANET}blogs:\n  - ${change(BLOG)}\n`

describe('feeds.yaml', () => {
  it('reads a planet of one-line entries', () => {
    const { planet, blogs } = parseFeedsFile(withBlog((line) => line))
    expect(planet.languages).toEqual(['en'])
    expect(blogs[0]).toMatchObject({ id: 'b1', show: 'excerpt', status: 'active', levels: [], consent: { date: '2026-11-21' } })
  })

  it('takes a description as one sentence or as one for each language', () => {
    const one = parseFeedsFile(`planet: {title: T, contact: 'mailto:a@example.org', languages: [ca, es], description: Hola}\n`)
    expect(one.planet.description).toEqual({ ca: 'Hola' })
    const each = parseFeedsFile(`planet: {title: T, contact: 'mailto:a@example.org', description: {en: Hello, es: Hola}}\n`)
    expect(each.planet.description).toEqual({ en: 'Hello', es: 'Hola' })
  })

  it('shows a class blog as links unless told otherwise', () => {
    const { blogs } = parseFeedsFile(
      withBlog((line) => line.replace('kind: teacher', 'kind: class').replace(' show: excerpt,', '')),
    )
    expect(blogs[0]?.show).toBe('link')
  })

  it.each([
    [
      'a field that is missing',
      (line: string) => line.replace(' kind: teacher,', ''),
      /^feeds\.yaml:5 blogs\[0\]\.kind: This is missing\. Write one of: teacher/,
    ],
    [
      'a blog without consent',
      (line: string) => line.replace(/consent: \{.*?\}, /, ''),
      /blogs\[0\]\.consent: This is missing\. Add "consent:"/,
    ],
    [
      'a field that nobody knows',
      (line: string) => line.replace('title:', 'tittle: B, title:'),
      /feeds\.yaml:5 blogs\[0\]\.tittle: "tittle" is not a field.*Correct its spelling/,
    ],
    [
      'a word that is not in the list',
      (line: string) => line.replace('teacher', 'tutor'),
      /"tutor" is not known here\. Write one of/,
    ],
    [
      'an address that is none',
      (line: string) => line.replace('"http://127.0.1.1:9100/feed.xml"', 'example.org/feed'),
      /"example\.org\/feed" is neither a web address nor a path/,
    ],
    [
      'a path that leaves content/',
      (line: string) => line.replace('"http://127.0.1.1:9100/feed.xml"', 'content/../secret.xml'),
      /neither a web address nor a path/,
    ],
    [
      'an address with a password',
      (line: string) => line.replace('http://127.0.1.1:9100/"', 'http://me:secret@127.0.1.1/"'),
      /is not a web address/,
    ],
    [
      'a script for an address',
      (line: string) => line.replace('"http://127.0.1.1:9100/"', '"javascript:alert(1)"'),
      /is not a web address/,
    ],
    [
      'an id with capital letters',
      (line: string) => line.replace('id: b1', 'id: Blog 1'),
      /"Blog 1" is not an id\. Use 2 to 40 small letters/,
    ],
    ['a language that is none', (line: string) => line.replace('language: es', 'language: español'), /is not a language tag/],
    ['a day that is none', (line: string) => line.replace('2026-11-21', '2026-13-41'), /is not a day/],
    [
      'a class blog with excerpts',
      (line: string) => line.replace('kind: teacher', 'kind: class'),
      /A class blog is written with pupils.*Write "show: link"/,
    ],
    [
      'full texts without a licence',
      (line: string) => line.replace('show: excerpt', 'show: full'),
      /Full texts need an open licence/,
    ],
  ])('says where %s is, and how to mend it', (_, change, sentence) => {
    expect(problems(withBlog(change))).toEqual([expect.stringMatching(sentence)])
  })

  it('tells of every problem at once, each with its line', () => {
    const text = `${PLANET}blogs:\n  - ${BLOG.replace('kind: teacher', 'kind: tutor')}\n  - ${BLOG.replace('id: b1', 'id: "?"')}\n`
    expect(problems(text).map((line) => line.split(' ')[0])).toEqual(['feeds.yaml:5', 'feeds.yaml:6'])
  })

  it('refuses the same id or the same feed twice, whatever way the address is written', () => {
    const twice = `${PLANET}blogs:\n  - ${BLOG}\n  - ${BLOG.replace('feed: "http://127.0.1.1:9100/feed.xml"', 'feed: "https://127.0.1.1:9100/feed.xml/"')}\n`
    expect(problems(twice)).toEqual([
      expect.stringMatching(/blogs\[1\]\.id: The id "b1" is already taken/),
      expect.stringMatching(/This feed is already listed for "b1"/),
    ])
  })

  it('refuses a clock of its own to every planet but the sample', () => {
    expect(problems(`${PLANET}  now: 2026-11-20T07:00:00Z\n`)).toEqual([
      expect.stringMatching(/feeds\.yaml:4 planet\.now: Only the sample planet/),
    ])
    expect(problems(`${PLANET}  now: 2026-11-20T07:00:00Z\n  sample: true\n`)).toEqual([])
  })

  it('says which line is not YAML', () => {
    expect(problems('planet:\n  title: "Unclosed\n')).toEqual([expect.stringMatching(/^feeds\.yaml:\d+: This is not YAML: /)])
  })

  it('says which name nothing stands for', () => {
    expect(problems(`${PLANET}blogs: *others\n`)).toEqual([
      expect.stringMatching(/^feeds\.yaml: This is not YAML: Unresolved alias.*others\. Look at the names behind/),
    ])
  })
})
