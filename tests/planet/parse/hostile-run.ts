import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readFeed } from '../../../src/planet/parse/read.ts'
import { hostileFeeds } from './hostile.ts'

/** What a hostile feed cost: seconds of the processor, and memory at its peak beyond the document itself and what was there before. */
export type Cost = { name: string; seconds: number; megabytes: number; outcome: string }

const STATUS = '/proc/self/status'

/** The most memory this process had since it was last forgotten, in bytes; where the system does not say, what it has now. */
function peak(): number {
  const line = existsSync(STATUS) ? readFileSync(STATUS, 'utf8').match(/VmHWM:\s+(\d+) kB/)?.[1] : undefined
  return line === undefined ? process.memoryUsage().rss : Number(line) * 1024
}

function forgetPeak(): void {
  if (existsSync('/proc/self/clear_refs')) writeFileSync('/proc/self/clear_refs', '5')
}

function spent(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

for (const { name, text } of hostileFeeds()) {
  const bytes = new TextEncoder().encode(text)
  globalThis.gc?.()
  forgetPeak()
  const before = { memory: process.memoryUsage().rss, time: spent() }
  const result = await readFeed(bytes, { url: 'http://hostile.example/feed' })
  const seconds = spent() - before.time
  const megabytes = (peak() - before.memory - bytes.length) / 1e6
  const outcome = result.ok ? 'read' : result.code
  const cost: Cost = { name, seconds, megabytes, outcome }
  console.log(JSON.stringify(cost))
}
