import { expect, test } from 'vitest'
import { blogChanges } from '../../../src/planet/config/changes.ts'

const file = (...blogs: Record<string, unknown>[]) => JSON.stringify({ planet: { title: 'T' }, blogs })
const blog = (id: string, host = `${id}.example.org`, more = {}) => ({
  id,
  title: id,
  site: `https://${host}/`,
  feed: `https://${host}/feed/`,
  ...more,
})
const nothing = { added: [], changed: [], removed: [], renamed: [], reused: [] }

test('a file that says the same in another order has no changes', () => {
  const { id, ...rest } = blog('mates')
  expect(blogChanges(file(blog('mates'), blog('aula')), file(blog('aula'), { ...rest, id }))).toEqual(nothing)
})

test('every blog is new where there was no file before', () => {
  expect(blogChanges(undefined, file(blog('mates'), blog('aula')))).toEqual({ ...nothing, added: ['mates', 'aula'] })
})

test('new, changed and removed blogs are told apart', () => {
  const before = file(blog('mates'), blog('aula'), blog('left'))
  const after = file(blog('mates'), blog('aula', undefined, { levels: ['primary'] }), blog('nou'))
  expect(blogChanges(before, after)).toEqual({ ...nothing, added: ['nou'], changed: ['aula'], removed: ['left'] })
})

test('a feed under a new id is a renamed blog', () => {
  const after = file(blog('mathematics', 'www.mates.example.org'))
  expect(blogChanges(file(blog('mates')), after)).toMatchObject({ renamed: [{ from: 'mates', to: 'mathematics' }] })
})

test('an id that now stands for another host, site and feed both, is reused', () => {
  expect(blogChanges(file(blog('mates')), file(blog('mates', 'other.example.net'))).reused).toEqual(['mates'])
})

test('a blog that only moves its feed is not', () => {
  const after = file({ ...blog('mates'), feed: 'https://feeds.example.net/mates' })
  expect(blogChanges(file(blog('mates')), after)).toEqual({ ...nothing, changed: ['mates'] })
})

test('a file before that was broken, or no planet at all, is as none', () => {
  expect(blogChanges('blogs: [{id: mates', file(blog('aula'))).added).toEqual(['aula'])
  expect(blogChanges('just words', file(blog('aula'))).added).toEqual(['aula'])
})
