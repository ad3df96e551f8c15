import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BlogState, KeptBlog } from '../../../src/planet/archive/post.ts'
import { compose } from '../../../src/planet/compose/compose.ts'
import type { Planet } from '../../../src/planet/compose/planet.ts'
import { parseFeedsFile } from '../../../src/planet/config/feeds-file.ts'
import { parseModeration, rulingText } from '../../../src/planet/config/moderation.ts'
import { readTopics } from '../../../src/planet/config/topics.ts'
import { samplePost } from '../../feeds/planet.ts'

const topics = await readTopics(join(import.meta.dirname, '../../../content/topics.yaml'))
const NOW = '2026-11-20T07:00:00.000Z'
const day = (n: number): string => new Date(Date.parse(NOW) - n * 86_400_000).toISOString()

const IDS = ['well', 'rests', 'stopped', 'silent', 'longer-silent', 'broken', 'long-broken', 'ended', 'changed', 'sold', 'left']
const STATUS: Record<string, string> = { rests: 'paused', left: 'left' }
const file = parseFeedsFile(
  `planet: {title: T, contact: 'mailto:a@school.cat', timezone: Europe/Madrid}\nblogs:\n${IDS.map(
    (id) =>
      `  - {id: ${id}, title: ${id}, site: 'https://${id}.school.cat/', feed: 'https://${id}.school.cat/feed', kind: teacher, language: ca, status: ${STATUS[id] ?? 'active'}, consent: {by: owner, date: 2026-11-20, how: test}}`,
  ).join('\n')}\n`,
)

const failing = (since: string): BlogState => ({ state: 'failing', since, code: 'not-found' })
const held = (since: string): BlogState => ({ state: 'held', since, signals: [{ code: 'links', value: 80 }] })
const states: Record<string, BlogState> = {
  broken: failing(day(3)),
  'long-broken': failing(day(60)),
  ended: { state: 'gone', since: day(9), code: 'gone' },
  changed: held(day(2)),
  sold: held(day(20)),
  rests: failing(day(1)),
  left: failing(day(1)),
}
const ages: Record<string, number> = { silent: 400, 'longer-silent': 900 }
const kept = new Map(
  IDS.map((id, index): [string, KeptBlog] => {
    const state = states[id]
    const published = day(ages[id] ?? 1)
    const post = {
      ...samplePost({ id: index.toString(16).padStart(12, '0') }),
      blog: id,
      url: `https://${id}.school.cat/1`,
      published,
    }
    return [id, { posts: [post], ...(state === undefined ? {} : { state }), ...(state?.state === 'held' ? { waiting: 7 } : {}) }]
  }),
)

const planetOf = (moderation: string): Planet =>
  compose({
    ...file,
    kept,
    topics,
    pages: [],
    moderation: parseModeration(moderation),
    now: NOW,
  })

const decided = planetOf(
  `pause: [{blog: stopped, date: 2026-10-01, reason: copyright}]\nrefuse: [{blog: sold, date: ${day(19).slice(0, 10)}, reason: taken-over}]`,
)

describe('the health of a planet', () => {
  it('counts the blogs in each condition, and all of them once', () => {
    expect(decided.health.counts).toEqual({ active: 1, quiet: 2, failing: 2, gone: 1, held: 2, paused: 2 })
    expect(Object.values(decided.health.counts).reduce((sum, count) => sum + count)).toBe(decided.members.length)
  })

  it('names all that are not well, what needs a word first, and of each kind what lasts longest first', () => {
    expect(decided.health.groups.map(({ condition, members }) => [condition, ...members.map(({ id }) => id)])).toEqual([
      ['held', 'changed', 'sold'],
      ['failing', 'long-broken', 'broken'],
      ['gone', 'ended'],
      ['paused', 'stopped', 'rests'],
      ['quiet', 'longer-silent', 'silent'],
    ])
  })

  it('knows how many posts wait, and which blog was refused', () => {
    const [changed, sold] = decided.health.groups[0]?.members ?? []
    expect([changed?.waiting, changed?.refused]).toEqual([7, undefined])
    expect(sold?.refused).toBe(true)
  })

  it('knows since when and why maintainers paused a blog; one that rests by itself has no such day', () => {
    const paused = decided.health.groups.find(({ condition }) => condition === 'paused')?.members
    expect(paused?.map(({ withdrawn }) => withdrawn)).toEqual([{ since: '2026-10-01', reason: 'copyright' }, undefined])
  })

  it('does not take a word for one about a later hold', () => {
    const planet = planetOf(`refuse: [{blog: sold, date: ${day(21).slice(0, 10)}, reason: taken-over}]`)
    expect(planet.health.groups[0]?.members.map(({ id, refused }) => [id, refused])).toEqual([
      ['sold', undefined],
      ['changed', undefined],
    ])
  })

  it('of a planet where all is well has no groups', () => {
    const { health } = compose({
      planet: file.planet,
      blogs: file.blogs.filter(({ id }) => id === 'well'),
      kept,
      topics,
      pages: [],
      now: NOW,
    })
    expect(health).toEqual({ counts: { active: 1, quiet: 0, failing: 0, gone: 0, held: 0, paused: 0 }, groups: [] })
  })
})

describe('what a maintainer is told to write', () => {
  it.each(['release', 'refuse'] as const)('to %s a blog is taken as it stands', (word) => {
    const [ruling] = parseModeration(rulingText(word, 'sold', '2026-11-20'))[word]
    expect(ruling).toMatchObject({ blog: 'sold', date: '2026-11-20' })
  })
})
