import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeSearchIndex } from '../../src/search/index.ts'
import { samplePlanet, samplePost } from '../feeds/planet.ts'

let dist = ''
beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), 'staffroom-search-'))
})
afterEach(() => rm(dist, { recursive: true }))

const bundle = async () => JSON.parse(await readFile(join(dist, 'pagefind', 'pagefind-entry.json'), 'utf8'))

test('there is one bundle, with an index for each language', async () => {
  expect(await writeSearchIndex(samplePlanet(), dist)).toEqual({ records: 3, languages: 3 })
  const { languages } = await bundle()
  expect(Object.keys(languages).toSorted()).toEqual(['ca', 'en', 'es'])
  expect(languages.ca.page_count).toBe(1)
})

test('a result is kept as it was handed in', async () => {
  await writeSearchIndex(samplePlanet(), dist)
  const folder = join(dist, 'pagefind', 'fragment')
  const [name = ''] = (await readdir(folder)).filter((file) => file.startsWith('es_'))
  const fragment = gunzipSync(await readFile(join(folder, name))).toString()
  expect(fragment).toContain('"url":"/archive/2026-11/1/#p-00000000000c"')
  expect(fragment).toContain('Nuestra radio')
})

test('only what the search page loads is in the bundle', async () => {
  await writeSearchIndex(samplePlanet(), dist)
  const files = await readdir(join(dist, 'pagefind'))
  expect(files.filter((name) => /\.(?:js|css)$/.test(name)).toSorted()).toEqual(['pagefind-worker.js', 'pagefind.js'])
})

test('a planet without posts has a bundle without an index', async () => {
  expect(await writeSearchIndex(samplePlanet([]), dist)).toEqual({ records: 0, languages: 0 })
  expect(await readdir(join(dist, 'pagefind'))).toContain('pagefind.js')
  expect(await bundle()).toMatchObject({ languages: {} })
})

test('more posts than go to the service at once are all indexed, half an emoji included', async () => {
  const posts = Array.from({ length: 130 }, (_, index) =>
    samplePost({
      id: index.toString(16).padStart(12, '0'),
      title: `Post \ud83d number ${index}`,
      excerpt: `Word${index} \ude00`,
    }),
  )
  expect(await writeSearchIndex(samplePlanet(posts), dist)).toEqual({ records: 130, languages: 1 })
  expect((await bundle()).languages.en.page_count).toBe(130)
})
