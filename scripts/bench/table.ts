/** The middle of some figures: what to quote on a noisy machine. */
export function median(figures: number[]): number {
  const sorted = figures.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** How long `work` takes, in seconds. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

/** A figure with as many digits as mean anything. */
export const round = (figure: number, digits = 2): number => Number(figure.toFixed(digits))
