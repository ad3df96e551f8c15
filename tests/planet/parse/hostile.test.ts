import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Cost } from './hostile-run.ts'

const run = promisify(execFile)

describe('hostile feeds', () => {
  it('cost seconds and little memory, each of them', async () => {
    const { stdout } = await run(process.execPath, ['--expose-gc', join(import.meta.dirname, 'hostile-run.ts')], {
      maxBuffer: 1e7,
    })
    const costs: Cost[] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(costs.length).toBeGreaterThan(40)
    // An idle machine takes a third of this; one that is busy with other tests must pass too.
    expect(costs.filter(({ seconds }) => seconds > 3)).toEqual([])
    expect(costs.filter(({ megabytes }) => megabytes > 300)).toEqual([])
    expect(Object.keys(Object.prototype)).toEqual([])
  }, 120_000)
})
