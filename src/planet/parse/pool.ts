import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ParseResult, Source } from './feed.ts'

/** Reads feeds beside the main thread, where a deadline can really stop it. */
export type Reader = {
  /** Never rejects. The bytes are handed over where they own their buffer, and are then empty. */
  read(bytes: Uint8Array, source: Source): Promise<ParseResult>
  /** Ends the threads. Readings under way come back as `too-slow`. */
  close(): Promise<void>
}

type Job = { bytes: Uint8Array; source: Source; done: (result: ParseResult) => void }
type Slot = { worker: Worker; ready: boolean; job: Job | undefined; timer: NodeJS.Timeout | undefined }

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
    while (waiting.length > 0 && !closed) {
      const slot = slots.find(({ ready, job }) => ready && job === undefined)
      const job = slot && waiting.shift()
      if (slot && job) {
        give(slot, job)
        continue
      }
      const starting = slots.filter(({ ready }) => !ready).length
      if (starting >= waiting.length || slots.length === most) return
      start()
    }
  }

  /** Starts a thread. It says when it has loaded what it needs: that is not the first feed's time. */
  function start(): void {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
    const slot: Slot = { worker, ready: false, job: undefined, timer: undefined }
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
    slot.job = job
    slot.worker.ref()
    const ms = base + (job.bytes.byteLength / 1e6) * MS_PER_MB
    slot.timer = setTimeout(
      () => end(slot, { ok: false, code: 'too-slow', detail: `Reading took longer than ${Math.round(ms)} ms.` }),
      ms,
    )
    const { bytes } = job
    const owned = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
    slot.worker.postMessage({ bytes, source: job.source }, owned ? [bytes.buffer as ArrayBuffer] : [])
  }

  function settle(slot: Slot, result: ParseResult): void {
    clearTimeout(slot.timer)
    const { job } = slot
    slot.job = undefined
    slot.worker.unref()
    job?.done(result)
    next()
  }

  /** Ends a thread that cannot be trusted any more, and its reading with it. */
  function end(slot: Slot, result: ParseResult): void {
    const at = slots.indexOf(slot)
    if (at !== -1) slots.splice(at, 1)
    void slot.worker.terminate()
    // A thread that cannot even start costs a feed, or starting it would go on for ever.
    if (!slot.ready) slot.job = waiting.shift()
    settle(slot, result)
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
      for (const slot of slots) slot.job?.done({ ok: false, code: 'too-slow', detail: 'The reader was closed.' })
      for (const { timer } of slots) clearTimeout(timer)
      await Promise.all(slots.map(({ worker }) => worker.terminate()))
    },
  }
}
