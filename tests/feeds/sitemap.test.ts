import { expect, test } from 'vitest'
import { sitemapOf, sitemapPaths } from '../../src/feeds/sitemap.ts'
import { samplePlanet, samplePost } from './planet.ts'

test('lists are named in every interface language, the archive in the default one', () => {
  const paths = sitemapPaths(samplePlanet())
  for (const path of ['/', '/ca/', '/topics/mathematics/', '/ca/topics/mathematics/', '/languages/es/', '/archive/2026-11/1/']) {
    expect(paths).toContain(path)
  }
  expect(paths).not.toContain('/ca/archive/2026-11/1/')
})

test('narrowed lists are named after the whole ones', () => {
  const posts = ['a', 'b', 'c'].map((digit) => samplePost({ id: `00000000000${digit}`, tags: ['mathematics'] }))
  const paths = sitemapPaths(samplePlanet(posts))
  expect(paths).toContain('/ca/topics/mathematics/primary/')
  expect(paths.indexOf('/topics/mathematics/primary/')).toBeGreaterThan(paths.indexOf('/topics/mathematics/'))
})

test('a class blog is not named', () => {
  const paths = sitemapPaths(samplePlanet())
  expect(paths).toContain('/blogs/number-line/')
  expect(paths.filter((path) => path.includes('aula-204'))).toEqual([])
})

test('no path is named twice', () => {
  const paths = sitemapPaths(samplePlanet())
  expect(new Set(paths).size).toBe(paths.length)
})

test('a sitemap holds fifty thousand addresses at most', () => {
  const planet = samplePlanet()
  const tags = Array.from({ length: 60_000 }, (_, index) => ({
    key: `tag${index}`,
    text: 'x',
    language: 'en',
    posts: [],
    blogs: [],
  }))
  expect(sitemapPaths({ ...planet, tags })).toHaveLength(50_000)
})

test('addresses are escaped', () => {
  expect(sitemapOf(['https://planet.example/?a=1&b=2'])).toContain('<loc>https://planet.example/?a=1&amp;b=2</loc>')
})
