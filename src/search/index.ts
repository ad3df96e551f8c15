import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { close, createIndex, type PagefindIndex } from 'pagefind'
import type { Planet } from '../planet/compose/planet.ts'
import { type SearchRecord, searchRecords } from './records.ts'

/** Records on their way to Pagefind's service at once. */
const BATCH = 64

/** Ready-made interfaces in Pagefind's bundle. The site has its own. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./

/**
 * Writes the search index of a planet to `<dist>/pagefind/`, one index for each language in one bundle. A planet without posts
 * has a bundle too, with no index in it: asked for anything it says so.
 * @throws Error with Pagefind's own words where it refuses a record or cannot write
 */
export async function writeSearchIndex(planet: Planet, dist: string): Promise<{ records: number; languages: number }> {
  const records = searchRecords(planet)
  const outputPath = join(dist, 'pagefind')
  try {
    const created = await createIndex()
    const index = created.index
    if (index === undefined) throw new Error(`Pagefind did not start: ${created.errors.join('; ')}`)
    for (let at = 0; at < records.length; at += BATCH) await add(index, records.slice(at, at + BATCH))
    check(await index.writeFiles({ outputPath }))
  } finally {
    await close()
  }
  const unused = (await readdir(outputPath)).filter((name) => UNUSED.test(name))
  await Promise.all(unused.map((name) => rm(join(outputPath, name))))
  return { records: records.length, languages: new Set(records.map(({ language }) => language)).size }
}

async function add(index: PagefindIndex, records: SearchRecord[]): Promise<void> {
  for (const answer of await Promise.all(records.map((record) => index.addCustomRecord(record)))) check(answer)
}

/** Pagefind gives errors back instead of throwing them. */
function check({ errors }: { errors: string[] }): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`)
}
