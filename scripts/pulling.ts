import { join } from 'node:path'
import { SingleBar } from 'cli-progress'
import { withLock } from '../src/planet/archive/lock.ts'
import type { Archive, Damage } from '../src/planet/archive/store.ts'
import type { Blog, FeedsFile } from '../src/planet/config/feeds-file.ts'
import { linkForgotten, readForgotten, withoutForgotten } from '../src/planet/config/forgotten.ts'
import { readModeration } from '../src/planet/config/moderation.ts'
import { createFetcher } from '../src/planet/fetch/fetcher.ts'
import { readMemory, writeMemory } from '../src/planet/fetch/memory.ts'
import { clockOf } from '../src/planet/open.ts'
import { createReader } from '../src/planet/parse/pool.ts'
import type { Place } from '../src/planet/place.ts'
import { ProblemsError } from '../src/planet/problem.ts'
import { type Outcome, pull } from '../src/planet/pull.ts'
import { failureSentence } from './sentences.ts'

/** What came of a run. `forgotten`: blogs that stand in feeds.yaml although they were forgotten, and were not asked. */
export type Pulled = { outcomes: Outcome[]; forgotten: string[]; damage: Damage[]; kept: number; seconds: number }

/**
 * Pulls the feeds of a planet into its archive, with a progress bar on a terminal.
 * @throws ProblemsError where `only` names no blog of the planet, or while another run writes the archive
 */
export async function pullPlanet(
  file: FeedsFile,
  archive: Archive,
  place: Place,
  options: { only?: string; dryRun?: boolean; quiet?: boolean },
): Promise<Pulled> {
  const moderation = readModeration(join(place.content, 'moderation.yaml'))
  const { tombstones } = readForgotten(place.content)
  const isForgotten = linkForgotten(tombstones)
  const members = withoutForgotten(file.blogs, tombstones)
  const paused = new Set(moderation.pause.map(({ blog }) => blog))
  const blogs = members.map((blog): Blog => (paused.has(blog.id) ? { ...blog, status: 'paused' } : blog))
  const asked = blogs.filter((blog) => blog.status === 'active' && (options.only === undefined || blog.id === options.only))
  if (options.only !== undefined && asked.length === 0) {
    throw new ProblemsError([
      {
        file: 'feeds.yaml',
        what: `There is no active blog "${options.only}".`,
        mend: 'Use an id of feeds.yaml whose status is active and that content/moderation.yaml does not pause.',
      },
    ])
  }
  const started = performance.now()
  const clock = (): Date => (place.now === undefined ? new Date() : new Date(place.now))
  const memoryPath = memoryOf(place)
  const memory = await readMemory(memoryPath)
  const fetcher = createFetcher({ userAgent: userAgentOf(file), allowPrivate: place.allowPrivate, now: clock, memory })
  const reader = createReader()
  const bar =
    options.quiet || !process.stderr.isTTY
      ? undefined
      : new SingleBar({ format: 'feeds {bar} {value}/{total}  {blog}', stream: process.stderr, clearOnComplete: true })
  bar?.start(asked.length, 0, { blog: '' })
  try {
    const work = () =>
      pull(
        { ...file, blogs },
        {
          archive,
          fetcher,
          reader,
          content: place.content,
          now: clockOf(place, file.planet),
          moderation,
          ...(isForgotten === undefined ? {} : { isForgotten }),
          ...(options.only === undefined ? {} : { only: options.only }),
          sources: { look: fetcher.look, memory },
          dryRun: options.dryRun ?? false,
          onOutcome: ({ blog }) => bar?.increment(1, { blog }),
        },
      )
    const outcomes = await (options.dryRun ? work() : withLock(place.archive, work))
    if (!options.dryRun) await writeMemory(memoryPath, memory, clock())
    const forgotten = file.blogs.filter((blog) => !members.includes(blog)).map(({ id }) => id)
    return {
      outcomes,
      forgotten,
      damage: archive.damage,
      kept: archive.shelves().length,
      seconds: (performance.now() - started) / 1000,
    }
  } finally {
    bar?.stop()
    await Promise.all([fetcher.close(), reader.close()])
  }
}

/** Where the planet remembers for a day or less what hosts said. */
export const memoryOf = (place: Place): string => join(place.folder, '.cache', 'hosts.json')

/** What a run did, in a few lines: numbers first, then every failure with its reason and the way out. */
export function pullSummary({ outcomes, forgotten, damage, kept, seconds }: Pulled): string {
  const count = (kind: Outcome['kind']): number => outcomes.filter((outcome) => outcome.kind === kind).length
  const sum = (field: 'added' | 'edited' | 'removed'): number =>
    outcomes.reduce((total, outcome) => total + (outcome[field] ?? 0), 0)
  const failed = outcomes.filter(({ kind }) => kind === 'failed' || kind === 'gone')
  return [
    `blogs   ${outcomes.length}: ${count('read')} read, ${count('unchanged')} unchanged, ${count('waiting')} not due, ${failed.length} failed`,
    `posts   ${sum('added')} new, ${sum('edited')} edited, ${sum('removed') > 0 ? `${sum('removed')} removed, ` : ''}${kept} kept`,
    `time    ${seconds.toFixed(1)} s`,
    ...failed.map(({ blog, code, detail }) => `failed  ${blog}: ${failureSentence(code ?? 'unreadable', detail)}`),
    ...outcomes.filter(({ held = 0 }) => held > 0).map(heldLine),
    ...outcomes.filter(({ removed = 0 }) => removed > 0).map(removedLine),
    ...outcomes
      .filter(({ kind, code }) => kind === 'waiting' && code !== undefined)
      .map(
        ({ blog, code, until }) =>
          `waiting ${blog}: ${whyWaiting(code ?? '')} It is asked again after ${until}; \`npm run fetch -- --only ${blog}\` asks now.`,
      ),
    ...outcomes
      .filter(({ movedTo }) => movedTo !== undefined)
      .map(({ blog, movedTo }) => `moved   ${blog}: its feed now lives at ${movedTo}. Please put that into feeds.yaml.`),
    ...forgotten.map((blog) => `left out ${blog}: it was forgotten. "npm run check" says how to take that back.`),
    ...damageLines(damage),
  ].join('\n')
}

const heldLine = ({ blog, held }: Outcome): string =>
  `held    ${blog}: its feed changed all at once, so ${held} new posts wait. Its page says what changed; look at the blog, then write "release" or "refuse" into content/moderation.yaml.`

const removedLine = ({ blog, removed = 0 }: Outcome): string =>
  `removed ${blog}: ${removed === 1 ? '1 post is' : `${removed} posts are`} no longer on the blog, and so no longer here.`

const whyWaiting = (code: string): string => `when it was last asked, ${failureSentence(code)}`

/** What of the archive could not be read, and what becomes of it. */
export const damageLines = (damage: Damage[]): string[] =>
  damage.map(
    ({ file, line, why }) =>
      `damaged archive/${file}:${line}: ${why}. The rest is read; this is set aside when the file is next written.`,
  )

/** Names the planet and where somebody can be reached, as polite robots do. */
export function userAgentOf({ planet }: FeedsFile): string {
  const title = planet.title
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/[()]/g, '')
    .trim()
  return `Staffroom/1 (${[title, siteAddress(), planet.contact].filter(Boolean).join('; ')})`
}

/** Where the planet is published, as the workflow says; undefined elsewhere. */
function siteAddress(): string | undefined {
  const { SITE_URL, BASE_PATH = '/' } = process.env
  return SITE_URL ? new URL(BASE_PATH || '/', SITE_URL).href : undefined
}
