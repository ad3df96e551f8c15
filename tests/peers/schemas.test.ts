import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Written, writeFeeds } from '../feeds/shipped.ts'
import { run } from './run.ts'

let written: Written
beforeAll(async () => {
  written = await writeFeeds()
})
afterAll(() => rm(written.folder, { recursive: true }))

/** Checks files against a schema with jing, which says nothing where all is well. @throws Error with what is wrong */
const validate = (schema: string, files: string[]): Promise<string> =>
  run('jing', ['-c', join(import.meta.dirname, schema), ...files])

const every = (name: string): string[] => written.scopes.map(({ path }) => join(written.folder, path, name))

test('every Atom feed is as RFC 4287 asks', async () => {
  expect(await validate('atom.rnc', every('atom.xml'))).toBe('')
})

test('every list of blogs is OPML 2.0 that readers can import', async () => {
  expect(await validate('opml.rnc', every('opml.xml'))).toBe('')
})

test.each([
  ['an Atom feed that was never updated', 'atom', /<updated>.*<\/updated>/, '', /"updated"/],
  ['an Atom id that is no address', 'atom', '<id>urn:uuid:', '<id>', /"id"/],
  ['an OPML outline without a feed', 'opml', / xmlUrl="[^"]*"/, '', /"xmlUrl"/],
])('the schemas refuse %s', async (_, format, part, instead, complaint) => {
  const valid = await readFile(join(written.folder, `${format}.xml`), 'utf8')
  const file = join(written.folder, `broken-${format}.xml`)
  await writeFile(file, valid.replace(part, instead))
  await expect(validate(`${format}.rnc`, [file])).rejects.toThrow(complaint)
})
