import type { Place } from '../src/planet/place.ts'
import { ProblemsError } from '../src/planet/problem.ts'
import { command } from './command.ts'

/** One benchmark: says what it measures, and gives its figures as rows for a table. Ratios count, seconds depend on the machine. */
export type Bench = { about: string; run(place: Place): Promise<Record<string, string | number>[]> }

const BENCHES: Record<string, () => Promise<{ bench: Bench }>> = {
  read: () => import('./bench/read.ts'),
  fetch: () => import('./bench/fetch.ts'),
  archive: () => import('./bench/archive.ts'),
  lighthouse: () => import('./bench/lighthouse.ts'),
}

await command({
  name: 'bench',
  about:
    'Measures one part of Staffroom beside the limit it is held to, in one run. Parts: read (parsing), fetch, archive, lighthouse (pages).',
  operands: 'PART',
  options: { json: { type: 'boolean', default: false } },
  help: { '--json': 'the figures as JSON' },
  async run({ json }, place, [part]) {
    const open = part === undefined ? undefined : BENCHES[part]
    if (open === undefined) {
      throw new ProblemsError([
        {
          file: 'bench',
          what: part ? `There is no benchmark "${part}".` : 'Which one?',
          mend: `Name one of: ${Object.keys(BENCHES).join(', ')}.`,
        },
      ])
    }
    const { bench } = await open()
    if (!json) console.log(`${bench.about}\n`)
    const rows = await bench.run(place)
    if (json) console.log(JSON.stringify(rows, null, 2))
    else console.table(rows)
    return 0
  },
})
