import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const script = join(import.meta.dirname, '../../.ci/count.mjs')
const scratch = mkdtempSync(join(tmpdir(), 'staffroom-count-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

type Suite = ('passed' | 'failed')[]

/** Sums up parts that ended with a code and, where they are tests, left a report with these suites. */
function sum(parts: Record<string, { code: number; suites?: Suite[] }>) {
  const folder = mkdtempSync(join(scratch, 'parts-'))
  for (const [name, { code, suites }] of Object.entries(parts)) {
    writeFileSync(join(folder, `${name}.code`), `${code}\n`)
    if (!suites) continue
    const testResults = suites.map((suite) => ({
      status: suite.length === 0 || suite.includes('failed') ? 'failed' : 'passed',
      assertionResults: suite.map((status) => ({ status })),
    }))
    writeFileSync(join(folder, `${name}.json`), JSON.stringify({ testResults }))
  }
  const { status, stdout } = spawnSync(process.execPath, [script, 'sum', folder], { encoding: 'utf8' })
  return { status, last: stdout.trimEnd().split('\n').at(-1) }
}

test('all parts are added up', () => {
  expect(sum({ test: { code: 0, suites: [['passed', 'passed'], ['passed']] }, corpus: { code: 0 } })).toEqual({
    status: 0,
    last: '4 passed, 0 failed',
  })
})

test('a failed test fails the whole', () => {
  expect(sum({ test: { code: 1, suites: [['passed', 'failed']] }, drills: { code: 0, suites: [['passed']] } })).toEqual({
    status: 1,
    last: '2 passed, 1 failed',
  })
})

test('a file that could not be loaded is a failure', () => {
  expect(sum({ test: { code: 1, suites: [['passed'], []] } })).toEqual({ status: 1, last: '1 passed, 1 failed' })
})

test('a part without a report is a failure', () => {
  expect(sum({ test: { code: 0, suites: [['passed']] }, peers: { code: 124 } })).toEqual({
    status: 1,
    last: '1 passed, 1 failed',
  })
})

test('a part that ends badly after good tests is a failure', () => {
  expect(sum({ test: { code: 1, suites: [['passed']] } })).toEqual({ status: 1, last: '1 passed, 1 failed' })
})

test('a part that ran nothing is a failure', () => {
  expect(sum({ test: { code: 0, suites: [] } })).toEqual({ status: 1, last: '0 passed, 1 failed' })
})

test('nothing at all is a failure', () => {
  expect(sum({})).toEqual({ status: 1, last: '0 passed, 1 failed' })
})

test('a corpus score below the mark is a failure', () => {
  expect(sum({ corpus: { code: 1 } })).toEqual({ status: 1, last: '0 passed, 1 failed' })
})

test.each([
  [95.01, 0, 0],
  [95, 0, 0],
  [94.99, 0, 1],
  [99, 3, 1],
])('the score %s with %s files not answered ends with %s', (score, missing, code) => {
  const file = join(scratch, 'score.json')
  writeFileSync(file, JSON.stringify({ score, missing }))
  expect(spawnSync(process.execPath, [script, 'score', file, '95']).status).toBe(code)
})
