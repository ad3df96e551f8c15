import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ParseResult, Source } from './feed.ts'

/** Reads feeds beside the main thread, where a deadline can really stop it. */
export type Reader = {
  /** Never rejects. */
  read(bytes: Uint8Array, source: Source): Promise<ParseResult>
  /** Ends the threads. Readings under way come back as `too-slow`. */
  close(): Promise<void>
}

type Job = { bytes: Uint8Array; source: Source; done: (result: ParseResult) => void }
/** A thread with what was handed to it: it reads the first, and has the second at hand when that is done. */
type Slot = { worker: Worker; ready: boolean; jobs: Job[]; timer: NodeJS.Timeout | undefined }

/** So many readings are with a thread at once: it need not wait until the main thread has dealt with the one before. */
const AHEAD = 2

/** A wall clock on a busy machine: honest feeds take milliseconds, so this can be wide. */
const BASE_MS = 10_000
/** What a large feed may take on top, by the megabyte. */
const MS_PER_MB = 400
const HEAP_MB = 768

/**
 * Makes a reader with threads of its own, started when they are needed: at most `workers` (default: the cores but one, which
 * fetches and writes). A reading that takes longer than `deadlineMs` (default 10,000) and its share for size is ended with its
 * thread, and so is one that outgrows the memory.
 */
export function createReader(options: { workers?: number; deadlineMs?: number } = {}): Reader {
  const most = options.workers ?? Math.min(3, Math.max(1, availableParallelism() - 1))
  const base = options.deadlineMs ?? BASE_MS
  const slots: Slot[] = []
  const waiting: Job[] = []
  let closed = false

  function next(): void {
    for (let job = waiting[0]; job !== undefined && !closed; job = waiting[0]) {
      const free = slots.find(({ ready, jobs }) => ready && jobs.length === 0)
      const starting = slots.filter(({ ready }) => !ready).length
      if (free === undefined && starting < waiting.length && slots.length < most) {
        start()
        continue
      }
      const slot = free ?? slots.find(({ ready, jobs }) => ready && jobs.length < AHEAD)
      if (slot === undefined) return
      waiting.shift()
      give(slot, job)
    }
  }

  /** Starts a thread. It says when it has loaded what it needs: that is not the first feed's time. */
  function start(): void {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
    const slot: Slot = { worker, ready: false, jobs: [], timer: undefined }
    worker.on('message', (message: ParseResult | 'ready') => {
      if (message !== 'ready') return settle(slot, message)
      slot.ready = true
      slot.worker.unref()
      next()
    })
    worker.on('error', (error) => end(slot, { ok: false, code: 'too-slow', detail: error.message }))
    slots.push(slot)
  }

  function give(slot: Slot, job: Job): void {
    slot.jobs.push(job)
    const bytes = new Uint8Array(job.bytes)
    slot.worker.postMessage({ bytes, source: job.source }, [bytes.buffer])
    if (slot.timer === undefined) watch(slot)
  }

  /** Gives the first reading of a thread its time. */
  function watch(slot: Slot): void {
    const [job] = slot.jobs
    if (job === undefined) {
      slot.worker.unref()
      return
    }
    slot.worker.ref()
    const ms = base + (job.bytes.byteLength / 1e6) * MS_PER_MB
    slot.timer = setTimeout(
      () => end(slot, { ok: false, code: 'too-slow', detail: `Reading took longer than ${Math.round(ms)} ms.` }),
      ms,
    )
  }

  function settle(slot: Slot, result: ParseResult): void {
    clearTimeout(slot.timer)
    slot.timer = undefined
    slot.jobs.shift()?.done(result)
    watch(slot)
    next()
  }

  /** Ends a thread that cannot be trusted any more, and its reading with it; what was only at hand is read by another. */
  function end(slot: Slot, result: ParseResult): void {
    const at = slots.indexOf(slot)
    if (at !== -1) slots.splice(at, 1)
    clearTimeout(slot.timer)
    void slot.worker.terminate()
    // A thread that cannot even start costs a feed, or starting it would go on for ever.
    const [failed, ...others] = slot.ready ? slot.jobs.splice(0) : waiting.splice(0, 1)
    waiting.unshift(...others)
    failed?.done(result)
    next()
  }

  return {
    read: (bytes, source) =>
      new Promise((done) => {
        if (closed) return done({ ok: false, code: 'too-slow', detail: 'The reader is closed.' })
        waiting.push({ bytes, source, done })
        next()
      }),
    async close() {
      closed = true
      for (const job of waiting.splice(0)) job.done({ ok: false, code: 'too-slow', detail: 'The reader was closed.' })
      for (const job of slots.flatMap(({ jobs }) => jobs.splice(0)))
        job.done({ ok: false, code: 'too-slow', detail: 'The reader was closed.' })
      for (const { timer } of slots) clearTimeout(timer)
      await Promise.all(slots.map(({ worker }) => worker.terminate()))
    },
  }
}
