import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { chance } from '../chance.ts'
import { type LivingPlanet, type Run, startLivingPlanet } from './living-planet.ts'

const KILLS = 300
/** Planets that are drilled beside each other, so that two processors have work. */
const LANES = 2
const BLOGS = 50
const PER_RUN = 6
const SEED = 2026_11_21

const scratch = mkdtempSync(join(tmpdir(), 'staffroom-kills-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

test(`${KILLS} runs killed at any moment lose no post, double none and move none`, async () => {
  const told = await Promise.all(Array.from({ length: LANES }, (_, lane) => drill(lane, KILLS / LANES)))
  console.log(`killed ${KILLS} runs (seed ${SEED})\n${told.join('\n')}`)
})

async function drill(lane: number, kills: number): Promise<string> {
  const dice = chance(SEED + lane)
  const planet = await startLivingPlanet(join(scratch, `planet-${lane}`), join(scratch, 'compiled'), BLOGS, 5)
  // While runs go on, but so much in each that the drill costs the same on a slow machine.
  let toCome = PER_RUN
  const publishing = setInterval(() => {
    if (toCome-- > 0) planet.publish(Math.floor(dice() * BLOGS))
  }, 100)
  const phases = { starting: 0, reading: 0 }
  try {
    for (let killed = 0; killed < kills; ) {
      toCome = PER_RUN
      const run = planet.start()
      const phase = dice() < 0.4 ? 'starting' : 'reading'
      if (phase === 'starting') await Promise.race([after(30 + dice() * 870), run.end])
      else await whileReading(planet, run, dice)
      run.child.kill('SIGKILL')
      const { signal, code, printed } = await run.end
      planet.look()
      if (signal === null) expect({ code, printed }).toMatchObject({ code: 0 })
      else {
        killed++
        phases[phase]++
      }
      await expectToEndWell(planet.start())
      planet.look()
    }
    clearInterval(publishing)
    await expectToEndWell(planet.start())
    planet.expectAll()
    return `planet ${lane + 1}: ${planet.look()} posts, ${phases.starting} killed by the clock, ${phases.reading} while reading and writing`
  } finally {
    clearInterval(publishing)
    await planet.close()
  }
}

/** Waits until the run has had some of its answers, and a moment more, in which it may be writing. */
async function whileReading({ web }: LivingPlanet, run: Run, dice: () => number): Promise<void> {
  const answers = () => web.counts.whole + web.counts.unchanged
  const enough = answers() + 1 + Math.floor(dice() * BLOGS)
  while (answers() < enough && run.child.exitCode === null) await after(2)
  await Promise.race([after(dice() * 60), run.end])
}

async function expectToEndWell(run: Run): Promise<void> {
  const { code, printed } = await run.end
  expect({ code, printed }).toEqual({ code: 0, printed: expect.stringMatching(/blogs +50: .*, 0 failed\n/) })
  expect(printed).not.toContain('damaged')
}
