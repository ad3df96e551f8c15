import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ParseResult } from '../src/planet/parse/feed.ts'
import { readFeed } from '../src/planet/parse/read.ts'
import { command } from './command.ts'

await command({
  name: 'parse',
  about: 'Shows what the planet reads in feeds.',
  operands: 'FILE…',
  options: {
    json: { type: 'boolean', default: false },
    ndjson: { type: 'boolean', default: false },
    base: { type: 'string' },
    root: { type: 'string' },
  },
  help: {
    '--json': 'the whole reading as JSON',
    '--ndjson': 'one line of JSON for each file',
    '--base URL': 'the address of a file is this and its name (with --ndjson)',
    '--root DIR': 'the files are in this folder (with --ndjson)',
  },
  run: async (values, _place, operands) => {
    for (const file of operands) {
      const path = resolve(values.root ?? '.', file)
      const url = values.base === undefined ? pathToFileURL(path).href : `${values.base}${file}`
      const result = await readFeed(await readFile(path), { url })
      console.log(values.ndjson ? line(file, result) : JSON.stringify(result, null, 2))
    }
    return 0
  },
})

function line(file: string, result: ParseResult): string {
  if (!result.ok) return JSON.stringify({ file, ok: false, error: { code: result.code } })
  const { entries, ...feed } = result.feed
  return JSON.stringify({ file, ok: true, feed, entries })
}
