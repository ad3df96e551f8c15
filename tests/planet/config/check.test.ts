import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkFeedsFile } from '../../../src/planet/config/check.ts'
import { parseFeedsFile } from '../../../src/planet/config/feeds-file.ts'
import { readTopics } from '../../../src/planet/config/topics.ts'
import { problemLine } from '../../../src/planet/problem.ts'

const topics = await readTopics(join(import.meta.dirname, '../../../content/topics.yaml'))

const check = (text: string): string[] => checkFeedsFile(text, parseFeedsFile(text), topics, ['en', 'es']).map(problemLine)

const planet = (lines: string[], blog: string[] = []) =>
  [
    'planet:',
    ...lines.map((line) => `  ${line}`),
    'blogs:',
    ...(blog.length > 0 ? [BLOG, ...blog].map((line) => `    ${line}`) : ['    []']),
  ]
    .join('\n')
    .replace('    - ', '  - ')
const BLOG = '- id: mates'
const rest = [
  'title: Mates',
  'site: https://mates.cat/',
  'feed: https://mates.cat/feed/',
  'kind: teacher',
  'language: ca',
  'consent: {by: owner, date: 2026-11-21, how: mail}',
]
const own = ['title: Own planet', 'contact: mailto:somebody@school.cat']

test('a planet of its own, with topics of the vocabulary, has nothing to mend', () => {
  expect(check(planet(own, [...rest, 'levels: [lower-secondary]', 'subjects: [mathematics]']))).toEqual([])
})

test('an unknown topic is named with its line and with topics that look like it', () => {
  const [problem, ...others] = check(planet(own, [...rest, 'subjects: [matematics]']))
  expect(others).toEqual([])
  expect(problem).toMatch(/^feeds\.yaml:12 blogs\[0\]\.subjects\[0\]: "matematics" is no topic .* mathematics/)
})

test('a topic of another facet is not a level', () => {
  expect(check(planet(own, [...rest, 'levels: [mathematics]']))).toEqual([
    expect.stringMatching(/"mathematics" is not a level but belongs to the facet "subject"\. Write a level from there/),
  ])
})

test('the name and the contact of the planet that ships are refused elsewhere', () => {
  expect(check(planet(['title: Staffroom', 'contact: mailto:staffroom@example.org']))).toEqual([
    expect.stringContaining('feeds.yaml:2 planet.title'),
    expect.stringContaining('feeds.yaml:3 planet.contact: Nobody reads "mailto:staffroom@example.org".'),
  ])
  expect(check(planet(['title: Own', 'contact: https://contact.example/us']))).toHaveLength(1)
})

test('an invented blog is refused in a real planet', () => {
  const invented = rest.map((line) => line.replace('https://mates.cat/feed/', 'content/samples/mates.xml'))
  expect(check(planet(own, invented))).toEqual([expect.stringContaining('"Mates" is an invented blog')])
})

test('all of that is well in the sample planet', () => {
  expect(check(planet(['title: Staffroom', 'contact: mailto:staffroom@example.org', 'sample: true']))).toEqual([])
})

test('a language that the pages do not speak is named, with those they do', () => {
  expect(check(planet([...own, 'languages: [es, eu]']))).toEqual([
    expect.stringContaining('planet.languages[1]: The pages cannot speak "eu" yet. Choose from en, es, or add src/i18n/eu.json.'),
  ])
})
