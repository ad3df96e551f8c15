import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { run } from '../scripts/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'staffroom-elsewhere-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a planet that lies elsewhere is built from its own folder as well', async () => {
  mkdirSync(join(folder, 'mine'))
  writeFileSync(
    join(folder, 'mine/feeds.yaml'),
    'planet: {title: Far from home, contact: "mailto:us@school.cat", languages: [en]}\nblogs: []\n',
  )
  const { code, out, err } = await run('build', ['--planet', 'mine', '--no-fetch'], {}, folder)
  expect(code, out + err).toBe(0)
  expect(readFileSync(join(folder, 'mine/dist/index.html'), 'utf8')).toContain('Far from home')
})
