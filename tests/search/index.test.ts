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

test('a result is kept as it was handed in, under the rank of its post', async () => {
  await writeSearchIndex(samplePlanet(), dist)
  const folder = join(dist, 'pagefind', 'fragment')
  const names = (await readdir(folder)).toSorted()
  expect(names.map((name) => name.replace(/_.{3}/, ' '))).toEqual(['x-ca 0001.json', 'x-en 0000.json', 'x-es 0002.json'])
  const result = JSON.parse(await readFile(join(folder, names[2] ?? ''), 'utf8'))
  expect(result).toMatchObject({ url: '/archive/2026-11/1/#p-00000000000c', title: 'Nuestra radio' })
})

test('the index names the posts as their files are named', async () => {
  await writeSearchIndex(samplePlanet(), dist)
  const files = await readdir(join(dist, 'pagefind'), { recursive: true })
  for (const language of ['ca', 'en', 'es']) {
    const list = files.find((path) => path.startsWith(`pagefind.x-${language}_`)) ?? ''
    const [name = ''] = files.filter((path) => path.startsWith(`fragment/x-${language}_`))
    expect(gunzipSync(await readFile(join(dist, 'pagefind', list))).toString('latin1')).toContain(
      name.replace(/^fragment\/|\.json$/g, ''),
    )
  }
})

test('other posts have other names, so that no browser shows an old result for a new one', async () => {
  const names = async (title: string) => {
    await writeSearchIndex(samplePlanet([samplePost({ id: '00000000000a', title })]), dist)
    const found = await readdir(join(dist, 'pagefind', 'fragment'))
    await rm(join(dist, 'pagefind'), { recursive: true })
    return found
  }
  expect(await names('One')).not.toEqual(await names('Another'))
})

test('one reader of indexes serves all languages', async () => {
  await writeSearchIndex(samplePlanet(), dist)
  expect(Object.values((await bundle()).languages)).toEqual(Array(3).fill(expect.objectContaining({ wasm: null })))
  expect((await readdir(join(dist, 'pagefind'))).filter((name) => name.startsWith('wasm.'))).toEqual(['wasm.unknown.pagefind'])
})

test('only what the search page loads is in the bundle', async () => {
  await writeSearchIndex(samplePlanet(), dist)
  const files = await readdir(join(dist, 'pagefind'))
  expect(files.filter((name) => /\.(?:js|css)$/.test(name))).toEqual(['pagefind-worker.js'])
})

test('a planet without posts has a bundle without an index', async () => {
  expect(await writeSearchIndex(samplePlanet([]), dist)).toEqual({ records: 0, languages: 0 })
  expect(await readdir(join(dist, 'pagefind'))).toContain('pagefind-worker.js')
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
