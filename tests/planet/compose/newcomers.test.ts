import { describe, expect, it } from 'vitest'
import type { Post } from '../../../src/planet/archive/post.ts'
import { newcomersOf } from '../../../src/planet/compose/newcomers.ts'
import { samplePlanet, samplePost } from '../../feeds/planet.ts'

const NOW = '2026-11-21T08:00:00.000Z'
const day = (ago: number) => new Date(Date.parse(NOW) - ago * 86_400_000).toISOString()

let count = 0
const post = (blog: string, published: number, seen: number, over: Partial<Post> = {}) =>
  samplePost({
    id: (count++).toString(16).padStart(12, '0'),
    blog,
    published: day(published),
    firstSeen: day(seen),
    ...over,
  })

const newcomers = (posts: Post[], front: Post[] = []) => {
  const { members, posts: cards } = samplePlanet(posts)
  const onFront = cards.filter(({ id }) => front.some((one) => one.id === id))
  return newcomersOf(members, onFront, NOW).map(({ id }) => id)
}

describe('new members', () => {
  it('are those whose first post came in the last sixty days, the last to join first', () => {
    const long = [post('number-line', 90, 61), post('number-line', 1, 1)]
    const [middle, last] = [post('mates-al-pati', 5, 60), post('aula-204', 200, 3)]
    expect(newcomers([...long, middle, last])).toEqual([last.id, middle.id])
  })

  it('show their newest post that is not on the front already', () => {
    const [newest, second, third] = [post('aula-204', 1, 2), post('aula-204', 2, 2), post('aula-204', 3, 2)]
    expect(newcomers([newest, second, third], [newest])).toEqual([second.id])
    expect(newcomers([newest, second, third], [newest, second, third])).toEqual([newest.id])
  })

  it('show a post that has a date rather than one that stands at the day it came, and such blogs first', () => {
    const undated = { dateGuessed: true as const }
    const [page, dated] = [post('aula-204', 1, 1, undated), post('aula-204', 400, 1)]
    const other = post('mates-al-pati', 1, 1, undated)
    expect(newcomers([page, dated, other])).toEqual([dated.id, other.id])
  })

  it('do not show a post that is credited to another blog', () => {
    const shared = { url: 'https://number-line.example/posts/shared/' }
    const own = post('number-line', 2, 70, shared)
    expect(newcomers([own, post('aula-204', 2, 1, shared)])).toEqual([])
  })

  it('are four at most', () => {
    const { members, posts } = samplePlanet([post('aula-204', 1, 1)])
    const [member] = members.filter(({ posts: own }) => own.length > 0)
    if (member === undefined) throw new Error('no member')
    const many = Array.from({ length: 9 }, () => member)
    expect(newcomersOf(many, posts, NOW)).toHaveLength(4)
  })
})
