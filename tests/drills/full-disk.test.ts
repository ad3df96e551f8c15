import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { leftovers } from '../../src/planet/archive/leftovers.ts'
import { type LivingPlanet, startLivingPlanet } from './living-planet.ts'

const BLOGS = 50
const scratch = mkdtempSync(join(tmpdir(), 'staffroom-disk-'))
const folder = join(scratch, 'planet')
const archive = join(folder, 'archive')
let mounted = false
afterAll(() => {
  if (mounted) execFileSync('umount', [archive])
  rmSync(scratch, { recursive: true, force: true })
})

/** A disk of this size for the archive; the same disk, larger, when there is one. What is on it stays. */
function disk(size: string): void {
  mkdirSync(archive, { recursive: true })
  try {
    const options = mounted ? `remount,size=${size}` : `size=${size}`
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'staffroom-drill', archive], { stdio: 'pipe' })
    mounted = true
  } catch (error) {
    throw new Error(
      'This drill needs a small disk of its own. Run it on Linux, as one who may mount: sudo npm run test:drills.',
      {
        cause: error,
      },
    )
  }
}

async function run(planet: LivingPlanet): Promise<{ code: number | null; printed: string }> {
  const { code, printed } = await planet.start().end
  return { code, printed }
}

test('a disk of 2 MB that fills up costs no post, and the planet goes on when there is room', async () => {
  disk('2m')
  const planet = await startLivingPlanet(folder, join(scratch, 'compiled'), BLOGS, 5)
  try {
    let full = 0
    for (let round = 1; full < 5; round++) {
      expect(round, 'the disk was full before').toBeLessThan(40)
      for (let number = 0; number < 150; number++) planet.publish((number * 7 + round) % BLOGS)
      const { code, printed } = await run(planet)
      planet.look()
      expect(leftovers(archive)).toEqual([])
      expect(readdirSync(archive)).not.toContain('.lock')
      if (code === 0) continue
      full++
      expect({ code, printed }).toEqual({ code: 1, printed: expect.stringMatching(SENTENCE) })
    }
    const kept = planet.look()
    // One more run that is killed on the full disk, and one that finds what it left.
    const killed = planet.start()
    killed.child.stderr?.once('data', () => killed.child.kill('SIGKILL'))
    await killed.end
    expect(planet.look()).toBeGreaterThanOrEqual(kept)

    disk('16m')
    const after = await run(planet)
    expect(after).toMatchObject({ code: 0, printed: expect.stringMatching(/, 0 failed\n/) })
    planet.expectAll()
    console.log(`full with ${kept} posts; ${planet.look()} kept when there was room again`)
  } finally {
    await planet.close()
  }
})

const SENTENCE =
  /^The disk is full( \(.*\))?\. What was kept before is safe\. Make room and run this again: it goes on where it stopped\.\n$/
