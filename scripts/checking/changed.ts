import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Dictionaries, loadDictionaries } from '../../src/i18n/index.ts'
import { type Interface, openInterface } from '../../src/i18n/interface.ts'
import { gitIn, said } from '../../src/planet/archive/git.ts'
import { changesReport, problemsReport, together } from '../../src/planet/check/change-report.ts'
import { type Look, look } from '../../src/planet/check/look.ts'
import { failing, notes } from '../../src/planet/check/notes.ts'
import { reportOf } from '../../src/planet/check/report.ts'
import { blogChanges, type Changes } from '../../src/planet/config/changes.ts'
import { checkForgotten, checkTopics } from '../../src/planet/config/check.ts'
import { type Blog, type FeedsFile, parseFeedsFile } from '../../src/planet/config/feeds-file.ts'
import { readForgotten } from '../../src/planet/config/forgotten.ts'
import { readTopics, type Topics } from '../../src/planet/config/topics.ts'
import { createFetcher } from '../../src/planet/fetch/fetcher.ts'
import { clockOf } from '../../src/planet/open.ts'
import { createReader } from '../../src/planet/parse/pool.ts'
import type { Place } from '../../src/planet/place.ts'
import { type Problem, ProblemsError } from '../../src/planet/problem.ts'
import { userAgentOf } from '../pulling.ts'

/** What a program may want to know of the check of a change. */
export type ChangedReport = {
  changes: Changes
  problems: Problem[]
  blogs: { id: string; ok: boolean; code?: string; posts: number; why?: string; feeds: string[]; notes: string[] }[]
}

/**
 * Reads the blogs that `feeds.yaml` changes since the commit `base`, and nobody else, and writes what the planet sees to the
 * summary of the job, or to `say` where there is none.
 */
export async function checkChanged(place: Place, base: string, say: (text: string) => void): Promise<ChangedReport> {
  const write = async (report: string): Promise<void> => {
    const summary = process.env.GITHUB_STEP_SUMMARY
    if (summary) await appendFile(summary, `${report}\n`)
    else say(report)
  }
  const dictionaries = await loadDictionaries(join(place.root, 'src/i18n'))
  const text = await readFile(join(place.folder, 'feeds.yaml'), 'utf8')
  const before = await textAt(place.folder, base)
  const changes = blogChanges(before, text)
  try {
    const file = parseFeedsFile(text)
    const topics = await readTopics(join(place.content, 'topics.yaml'))
    const touched = file.blogs.filter(({ id }) => changes.added.includes(id) || changes.changed.includes(id))
    const forgotten = checkForgotten(text, file, readForgotten(place.content))
    const problems = [...checkTopics(text, file, topics), ...forgotten].filter(({ field }) =>
      touched.some((blog) => field?.startsWith(`blogs[${file.blogs.indexOf(blog)}]`)),
    )
    const now = clockOf(place, file.planet)
    const speak = (language?: string): Interface => interfaceFor(language, file, dictionaries, now)
    const looks = await lookAt(
      touched.filter(({ status }) => status === 'active'),
      file,
      topics,
      place,
    )
    const reports = looks.map((seen) => reportOf(seen, speak(seen.blog.language), topics))
    await write(
      together([
        changesReport(changes, touched, speak()),
        ...(problems.length > 0 ? [problemsReport(problems)] : []),
        ...reports,
      ]),
    )
    for (const seen of looks)
      say(`${isWell(seen) ? '✓' : '✗'} ${seen.blog.id}: ${speak().t(isWell(seen) ? 'report.well' : 'report.not-read')}`)
    return { changes, problems, blogs: looks.map((seen) => reduced(seen, speak())) }
  } catch (error) {
    if (error instanceof ProblemsError) await write(problemsReport(error.problems))
    throw error
  }
}

const isWell = ({ outcome }: Look): boolean => outcome.kind === 'read'

function reduced(seen: Look, ui: Interface): ChangedReport['blogs'][number] {
  const { blog, outcome, cards, read } = seen
  const why = failing(seen, ui)
  return {
    id: blog.id,
    ok: isWell(seen),
    ...(outcome.code === undefined ? {} : { code: outcome.code }),
    posts: cards.length,
    ...(why === undefined ? {} : { why }),
    feeds: read?.ok === false ? (read.feeds ?? []) : [],
    notes: notes(seen, ui),
  }
}

async function lookAt(blogs: Blog[], file: FeedsFile, topics: Topics, place: Place): Promise<Look[]> {
  if (blogs.length === 0) return []
  const fetcher = createFetcher({
    userAgent: userAgentOf(file),
    allowPrivate: place.allowPrivate,
    now: () => new Date(place.now ?? Date.now()),
  })
  const reader = createReader({ workers: 1 })
  try {
    const tools = { planet: file.planet, topics, fetcher, reader, content: place.content, now: clockOf(place, file.planet) }
    return await Promise.all(blogs.map((blog) => look(blog, tools)))
  } finally {
    await Promise.all([fetcher.close(), reader.close()])
  }
}

/** The blog's own language where the planet speaks it, else the planet's first. */
function interfaceFor(language: string | undefined, { planet }: FeedsFile, dictionaries: Dictionaries, now: string): Interface {
  const spoken =
    planet.languages.find((tag) => tag === language) ?? planet.languages.find((tag) => tag === language?.split('-')[0])
  return openInterface(dictionaries, spoken ?? planet.languages[0] ?? 'en', planet.timezone, now)
}

/** `feeds.yaml` as it was at a commit; undefined where that commit had none. */
async function textAt(folder: string, base: string): Promise<string | undefined> {
  const git = gitIn(folder)
  const known = await git(['rev-parse', '--quiet', '--verify', `${base}^{commit}`])
  if (known.code !== 0) {
    throw new ProblemsError([
      {
        file: '--changed',
        what: `Git does not know the commit "${base}" here.`,
        mend: 'Write a branch or commit of this clone, such as origin/main or HEAD^1.',
      },
    ])
  }
  const there = await said(git, ['ls-tree', '--name-only', known.out.trim(), 'feeds.yaml'])
  return there === '' ? undefined : said(git, ['cat-file', 'blob', `${known.out.trim()}:./feeds.yaml`])
}
