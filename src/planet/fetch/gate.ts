/** Lets so many in at once, and so few of them to one host. First come, first served, but nobody waits behind a busy host. */
export type Gate = { pass<T>(host: string, work: () => Promise<T>): Promise<T> }

export function createGate(atOnce: number, perHost: number): Gate {
  /** Those that may go as soon as there is room; and by host, how many of its are let through and who stands behind them. */
  const ready: (() => void)[] = []
  const hosts = new Map<string, { taken: number; behind: (() => void)[] }>()
  let inside = 0

  const admit = (): void => {
    while (inside < atOnce) {
      const next = ready.shift()
      if (next === undefined) return
      inside++
      next()
    }
  }

  const enter = (host: string): Promise<void> =>
    new Promise((go) => {
      const line = hosts.get(host) ?? { taken: 0, behind: [] }
      hosts.set(host, line)
      if (line.taken < perHost) {
        line.taken++
        ready.push(go)
      } else line.behind.push(go)
      admit()
    })

  const leave = (host: string): void => {
    inside--
    const line = hosts.get(host)
    const next = line?.behind.shift()
    if (next !== undefined) ready.push(next)
    else if (line !== undefined && --line.taken === 0) hosts.delete(host)
    admit()
  }

  return {
    async pass(host, work) {
      await enter(host)
      try {
        return await work()
      } finally {
        leave(host)
      }
    },
  }
}
