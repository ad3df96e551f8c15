import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind'
import type { Planet } from '../planet/compose/planet.ts'
import { UNSTEMMED, withResults } from './bundle.ts'
import { type SearchRecord, searchRecords } from './records.ts'

/** Records on their way to Pagefind's service at once, and files on their way to the disk. */
const BATCH = 64

/**
 * Writes the search index of a planet to `<dist>/pagefind/`, one index for each language in one bundle. A planet without posts
 * has a bundle too, with no index in it: asked for anything it says so.
 * @throws Error with Pagefind's own words where it refuses a record or cannot write
 */
export async function writeSearchIndex(planet: Planet, dist: string): Promise<{ records: number; languages: number }> {
  const records = searchRecords(planet)
  try {
    const created = await createIndex()
    const index = created.index
    if (index === undefined) throw new Error(`Pagefind did not start: ${created.errors.join('; ')}`)
    for (let at = 0; at < records.length; at += BATCH) await add(index, records.slice(at, at + BATCH))
    // Written by ourselves: the service says that it has written when the last bytes may still be on their way to the disk.
    const bundle = await index.getFiles()
    check(bundle)
    await writeFiles(
      withResults(
        bundle.files,
        records.map(({ result }) => result),
      ),
      join(dist, 'pagefind'),
    )
  } finally {
    await close()
  }
  return { records: records.length, languages: new Set(records.map(({ language }) => language)).size }
}

async function writeFiles(files: IndexFile[], folder: string): Promise<void> {
  await Promise.all(
    [...new Set(files.map(({ path }) => dirname(join(folder, path))))].map((parent) => mkdir(parent, { recursive: true })),
  )
  for (let at = 0; at < files.length; at += BATCH) {
    await Promise.all(files.slice(at, at + BATCH).map(({ path, content }) => writeFile(join(folder, path), content)))
  }
}

async function add(index: PagefindIndex, records: SearchRecord[]): Promise<void> {
  const answers = records.map(({ result: _, language, ...record }) =>
    index.addCustomRecord({ ...record, language: UNSTEMMED + language }),
  )
  for (const answer of await Promise.all(answers)) check(answer)
}

/** Pagefind gives errors back instead of throwing them. */
function check({ errors }: { errors: string[] }): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`)
}
