type Waiting = { resolve(result: unknown): void; reject(error: Error): void }

/** Asks the worker for something: which of its indexes, what, and with what. Fails with the worker's own words. */
export type Call = <T = void>(instanceId: number, method: string, ...args: unknown[]) => Promise<T>

/**
 * Starts Pagefind's worker. The site speaks to it without Pagefind's own script for that, which is 13 kB and a round trip more
 * before the first answer.
 */
export function startWorker(address: string): Call {
  const worker = new Worker(address)
  const waiting = new Map<number, Waiting>()
  let sent = 0
  worker.onmessage = ({ data: { id, result, error } }) => {
    const one = waiting.get(id)
    waiting.delete(id)
    if (error) one?.reject(new Error(error))
    else one?.resolve(result)
  }
  // It could not be loaded: there is nobody who would answer.
  worker.onerror = () => {
    for (const { reject } of waiting.values()) reject(new Error(address))
  }
  return <T>(instanceId: number, method: string, ...args: unknown[]) =>
    new Promise<T>((resolve, reject) => {
      waiting.set(++sent, { resolve: resolve as Waiting['resolve'], reject })
      worker.postMessage({ id: sent, instanceId, method, args })
    })
}
