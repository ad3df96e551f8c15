import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createFetcher } from '../src/planet/fetch/fetcher.ts'
import type { ParseResult } from '../src/planet/parse/feed.ts'
import { readFeed } from '../src/planet/parse/read.ts'
import type { Place } from '../src/planet/place.ts'
import { ProblemsError } from '../src/planet/problem.ts'
import { command } from './command.ts'
import { type Reading, reportOf } from './parsing/report.ts'

await command({
  name: 'parse',
  about: 'Shows what the planet reads in feeds: files or addresses.',
  operands: 'FILE|URL…',
  options: {
    json: { type: 'boolean', default: false },
    ndjson: { type: 'boolean', default: false },
    base: { type: 'string' },
    root: { type: 'string' },
  },
  help: {
    '--json': 'all that is read, as JSON',
    '--ndjson': 'one line of JSON for each file; files that are no feeds are no failure',
    '--base URL': 'the address of each file is this and its name (default: its own, file:)',
    '--root DIR': 'the folder that the files are in (default: this one)',
  },
  run: async (values, place, operands) => {
    const root = values.root ?? process.env.INIT_CWD ?? '.'
    const results: { name: string; result: Reading }[] = []
    let failed = operands.length === 0
    if (failed) console.error('Name a file or an address: npm run parse -- https://blog.example/feed/')
    for (const name of operands) {
      const result = /^https?:\/\//i.test(name) ? await fetched(name, place) : await fromFile(name, root, values.base)
      if (values.ndjson) console.log(line(name, result))
      else if (values.json) results.push({ name, result })
      else console.log(`${reportOf(name, result)}\n`)
      failed ||= !result.ok
    }
    if (values.json) console.log(JSON.stringify(results.length === 1 ? results[0]?.result : results, null, 2))
    return failed && !values.ndjson ? 1 : 0
  },
})

async function fromFile(name: string, root: string, base: string | undefined): Promise<ParseResult> {
  const path = resolve(root, name)
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new ProblemsError([
      { file: name, what: `This file cannot be read (${error.code}).`, mend: 'Look at its name and folder.' },
    ])
  })
  return readFeed(bytes, { url: base === undefined ? pathToFileURL(path).href : base + name })
}

/** Fetches an address as the planet would, and reads it. */
async function fetched(url: string, { allowPrivate, now }: Place): Promise<Reading> {
  const fetcher = createFetcher({ userAgent: 'Staffroom/1 (parse)', allowPrivate, now: () => new Date(now ?? Date.now()) })
  try {
    const answer = await fetcher.fetch({ url })
    if (answer.kind === 'fresh') {
      const { bytes, finalUrl, contentType } = answer
      return await readFeed(bytes, contentType === undefined ? { url: finalUrl } : { url: finalUrl, contentType })
    }
    if (answer.kind === 'failed') return { ok: false, code: answer.code, detail: answer.detail }
    return { ok: false, code: answer.kind, detail: answer.kind === 'wait' ? answer.until : '' }
  } finally {
    await fetcher.close()
  }
}

/** The line of a file: the feed without its entries, the entries, or the code of what it is instead. */
function line(file: string, result: Reading): string {
  if (!result.ok) return JSON.stringify({ file, ok: false, error: { code: result.code, detail: result.detail } })
  const { entries, ...feed } = result.feed
  return JSON.stringify({ file, ok: true, feed, entries })
}
