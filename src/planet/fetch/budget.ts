import { FetchFailure } from './failure.ts'

/** Time that several steps share. What is spent on a part is spent on the whole. */
export type Budget = {
  /** Runs a step; the signal aborts it, with a FetchFailure, when the time is used up. */
  spend<T>(step: (signal: AbortSignal) => Promise<T>): Promise<T>
  /** At most `ms` of what is left. */
  part(ms: number): Budget
}

/** A budget of `ms` milliseconds. The time between its steps is free: waiting for a turn is not the host's fault. */
export function createBudget(ms: number): Budget {
  return budget([{ ms, left: ms }])
}

type Purse = { ms: number; left: number }

function budget(purses: Purse[]): Budget {
  return {
    async spend(step) {
      const tightest = purses.reduce((one, other) => (other.left < one.left ? other : one))
      const ends = new AbortController()
      const late = (): void => ends.abort(new FetchFailure('timeout', `no whole answer within ${tightest.ms / 1000} s`))
      const timer = setTimeout(late, Math.max(0, tightest.left))
      const started = performance.now()
      try {
        return await step(ends.signal)
      } finally {
        clearTimeout(timer)
        const spent = performance.now() - started
        for (const purse of purses) purse.left -= spent
      }
    },
    part: (ms) => budget([...purses, { ms, left: ms }]),
  }
}
