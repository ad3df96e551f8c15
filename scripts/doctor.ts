import { existsSync } from 'node:fs'
import { withLock } from '../src/planet/archive/lock.ts'
import { refuseNewer } from '../src/planet/archive/version.ts'
import { readFeedsFile } from '../src/planet/config/feeds-file.ts'
import { type Examined, examine, type Finding } from '../src/planet/doctor/examine.ts'
import { mend } from '../src/planet/doctor/mend.ts'
import { command } from './command.ts'

await command({
  name: 'doctor',
  about: 'Looks archive/ through and says what is wrong and what it would mend. Ends with 0 where all is well, with 1 where not.',
  options: { mend: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  help: { '--mend': 'mend what can be mended', '--json': 'one JSON object instead of the lines' },
  async run({ mend: mends, json }, place) {
    const { blogs } = await readFeedsFile(place.folder)
    const members = new Set(blogs.map(({ id }) => id))
    refuseNewer(place.archive)
    const look = (): Examined => examine(place.archive, members)
    const [found, left] = !existsSync(place.archive)
      ? [look(), look()]
      : await withLock(place.archive, async () => {
          const before = look()
          if (mends) await mend(place.archive, before.findings)
          return [before, mends ? look() : before]
        })
    const ok = left.findings.every(({ by }) => by === 'nobody')
    if (json) console.log(JSON.stringify({ ok, ...found, left: left.findings }, null, 2))
    else console.log(told(found, left, mends ?? false, ok))
    return ok ? 0 : 1
  },
})

function told(found: Examined, left: Examined, mended: boolean, ok: boolean): string {
  const lines = found.findings.map((finding) => `${signOf(finding, mended)} ${lineOf(finding)}`)
  const open = left.findings.filter(({ by }) => by !== 'nobody').length
  const canMend = left.findings.some(({ by }) => by === 'doctor')
  const end = ok ? 'All is well.' : `${open === 1 ? 'One thing is' : `${open} things are`} to be mended.`
  const way = canMend ? ' "npm run doctor -- --mend" mends what is marked with ✗.' : ''
  return [...lines, `${count(left.posts, 'post')} of ${count(left.blogs, 'blog')}. ${end}${way}`].join('\n')
}

function signOf({ by }: Finding, mended: boolean): string {
  if (by === 'doctor') return mended ? '✓' : '✗'
  return by === 'person' ? '!' : '·'
}

function lineOf({ file, line, what, mend }: Finding): string {
  return `archive/${file}${line === undefined ? '' : `:${line}`}: ${what} ${mend}`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
