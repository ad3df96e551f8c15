import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import RssParser from 'rss-parser'
import { readFeed } from '../../src/planet/parse/read.ts'
import { ProblemsError } from '../../src/planet/problem.ts'
import type { Bench } from '../bench.ts'
import { root } from '../command.ts'
import { median, round, seconds } from './table.ts'

const ROUNDS = 5

type Feed = { path: string; bytes: Uint8Array }

/** Reading feeds, repair included, beside plain rss-parser on the files that it can read. */
export const bench: Bench = {
  about: 'read: MB/s over the corpus of feeds ($STAFFROOM_CORPUS), on the files that plain rss-parser reads.',
  async run() {
    const feeds = await readableFeeds(process.env.STAFFROOM_CORPUS ?? join(root, '../shared/corpus'))
    const megabytes = feeds.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6
    const plain: number[] = []
    const ours: number[] = []
    for (let turn = 0; turn <= ROUNDS; turn++) {
      const times = [await seconds(() => readPlain(feeds)), await seconds(() => readOurs(feeds))] as const
      // The first turn warms both up.
      if (turn === 0) continue
      plain.push(megabytes / times[0])
      ours.push(megabytes / times[1])
    }
    const ratios = ours.map((figure, turn) => figure / (plain[turn] ?? Number.NaN))
    return [
      { reader: 'plain rss-parser', files: feeds.length, 'MB/s': round(median(plain), 1), ratio: 1 },
      { reader: 'Staffroom, repair included', files: feeds.length, 'MB/s': round(median(ours), 1), ratio: round(median(ratios)) },
    ]
  },
}

async function readableFeeds(corpus: string): Promise<Feed[]> {
  if (!existsSync(corpus)) {
    const mend = 'Name a folder of feeds in $STAFFROOM_CORPUS.'
    throw new ProblemsError([{ file: corpus, what: 'There is no corpus of feeds here.', mend }])
  }
  const names = await readdir(corpus, { recursive: true })
  const files = names.filter((name) => /^(?:real|reader-tests)\/.*\.(?:xml|rss|atom|rdf)$/.test(name)).sort()
  const feeds = await Promise.all(files.map(async (name) => ({ path: name, bytes: await readFile(join(corpus, name)) })))
  const readable = await Promise.all(feeds.map(async (feed) => ((await isReadable(feed)) ? [feed] : [])))
  return readable.flat()
}

async function isReadable({ bytes }: Feed): Promise<boolean> {
  try {
    await new RssParser().parseString(new TextDecoder().decode(bytes))
    return true
  } catch {
    // That it cannot read this file is the answer.
    return false
  }
}

async function readPlain(feeds: Feed[]): Promise<void> {
  for (const { bytes } of feeds) await new RssParser().parseString(new TextDecoder().decode(bytes))
}

async function readOurs(feeds: Feed[]): Promise<void> {
  for (const { path, bytes } of feeds) await readFeed(bytes, { url: `http://corpus.example/${path}` })
}
