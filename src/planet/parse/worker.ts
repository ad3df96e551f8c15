import { parentPort } from 'node:worker_threads'
import type { Source } from './feed.ts'
import { readFeed } from './read.ts'

/** The thread of a reader (see pool.ts): one feed in, one result out, in turn. */
parentPort?.on('message', async ({ bytes, source }: { bytes: Uint8Array; source: Source }) => {
  parentPort?.postMessage(await readFeed(bytes, source))
})
parentPort?.postMessage('ready')
