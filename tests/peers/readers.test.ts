import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Written, writeFeeds } from '../feeds/shipped.ts'
import { run } from './run.ts'

let written: Written
beforeAll(async () => {
  written = await writeFeeds()
})
afterAll(() => rm(written.folder, { recursive: true }))

const all = () => written.scopes.find(({ path }) => path === '')?.items ?? []

test.each(['rss.xml', 'atom.xml'])('newsboat finds every post of %s', async (name) => {
  const at = (file: string): string => join(written.folder, `${name}.${file}`)
  await writeFile(at('urls'), `${pathToFileURL(join(written.folder, name))}\n`)
  await writeFile(at('config'), 'reload-threads 1\n')
  const files = ['-C', at('config'), '-u', at('urls'), '-c', at('cache')]
  await run('newsboat', [...files, '-x', 'reload'])
  expect(await run('newsboat', [...files, '-x', 'print-unread'])).toBe(`${all().length} unread articles\n`)
})

test.each(['rss.xml', 'atom.xml'])('sfeed reads address, title, id and author of every post of %s', async (name) => {
  const printed = await run('sfeed', [], await readFile(join(written.folder, name), 'utf8'))
  const rows = printed
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([time, title, link, , , id, author]) => ({ time: Number(time), title, link, id, author }))
  const first = (authors: string[]): unknown => expect.toSatisfy((author: string) => authors.includes(author))
  expect(rows).toEqual(
    all().map(({ published, title, url, id, authors }) => ({
      time: Date.parse(published) / 1000,
      title,
      link: url,
      id,
      author: first(authors),
    })),
  )
})
