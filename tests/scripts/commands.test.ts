import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { run } from './run.ts'

const root = join(import.meta.dirname, '../..')
const scratch = mkdtempSync(join(tmpdir(), 'staffroom-commands-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
/** Every command of package.json that is a script of ours. */
const commands = Object.entries(scripts).flatMap(([name, line]) => (line === `node scripts/${name}.ts` ? [name] : []))

/** A planet's folder whose feeds.yaml has this text. */
function planet(text: string): string {
  const folder = mkdtempSync(join(scratch, 'planet-'))
  writeFileSync(join(folder, 'feeds.yaml'), text)
  return folder
}

test('there are commands', () => {
  expect(commands).toEqual(expect.arrayContaining(['build', 'fetch', 'check', 'start', 'preview', 'parse', 'archive-branch']))
})

describe.each(commands)('npm run %s', (name) => {
  test('says with --help what it does and which options it takes', async () => {
    const { code, out, err } = await run(name, ['--help'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain(`usage: npm run ${name} -- `)
    for (const option of ['--planet DIR', '--now DATE', '--allow-private', '--help']) expect(out).toContain(option)
  })

  test('refuses an option that it does not know, with 2', async () => {
    const { code, out, err } = await run(name, ['--tea'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain("'--tea'")
    expect(err.trim().split('\n'), 'a sentence, not a stack').toHaveLength(1)
  })
})

test('a clock that shows no time is refused, with 2', async () => {
  const { code, err } = await run('fetch', ['--now', 'soon'])
  expect(code).toBe(2)
  expect(err).toBe('--now: "soon" is not a date. Write it as 2026-11-21 or 2026-11-21T08:00:00Z.\n')
})

describe('a feeds.yaml that is broken', () => {
  const broken = planet('planet: {title: T, contact: "mailto:us@school.cat"}\nblogs:\n  - id: a b\n    title: A\n')

  test.each(['build', 'fetch'])('stops npm run %s with 2, and says line, field and the way out', async (name) => {
    const { code, err } = await run(name, ['--planet', broken])
    expect(code).toBe(2)
    expect(err).toMatch(/^feeds\.yaml:3 blogs\[0\]\.id: "a b" is not an id\. Use /m)
    expect(err).not.toMatch(/^\s+at /m)
  })

  test('is what npm run check says, with 2', async () => {
    const { code, out } = await run('check', ['--planet', broken])
    expect(code).toBe(2)
    expect(out).toMatch(/^feeds\.yaml:3 blogs\[0\]\.id: "a b" is not an id\. Use /m)
  })

  test('is told to programs too', async () => {
    const { code, out } = await run('check', ['--planet', broken, '--json'])
    expect(code).toBe(2)
    const { ok, parts } = JSON.parse(out)
    expect(ok).toBe(false)
    expect(parts[0].problems[0]).toMatchObject({ file: 'feeds.yaml', line: 3, field: 'blogs[0].id' })
  })
})

test('npm run check finds a feed of the repository that is not there', async () => {
  const blog =
    '{id: own, title: Own, site: "https://own.cat/", feed: content/own.xml, kind: teacher, language: ca, consent: {by: owner, date: 2026-11-21, how: mail}}'
  const { code, out } = await run('check', [
    '--planet',
    planet(`planet: {title: T, contact: "mailto:us@school.cat"}\nblogs:\n  - ${blog}\n`),
  ])
  expect(code).toBe(2)
  expect(out).toContain('There is no file content/own.xml.')
})

test('npm run archive-branch says what it can do, with 2', async () => {
  const { code, err } = await run('archive-branch', ['burn'])
  expect(code).toBe(2)
  expect(err).toBe('archive-branch: Say what to do. Write "restore" or "save" behind it.\n')
})
