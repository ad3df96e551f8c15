import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadDictionaries } from '../../src/i18n/index.ts'
import { readIfThere } from '../../src/planet/archive/atomic.ts'
import { openArchive } from '../../src/planet/archive/store.ts'
import { checkFeedsFile, checkForgotten } from '../../src/planet/config/check.ts'
import { type FeedsFile, isLocal, readFeedsFile } from '../../src/planet/config/feeds-file.ts'
import { readForgotten } from '../../src/planet/config/forgotten.ts'
import { type Known, parseModeration, unknownInModeration } from '../../src/planet/config/moderation.ts'
import { readNotices } from '../../src/planet/config/notices.ts'
import { readPages } from '../../src/planet/config/pages.ts'
import { readTopics } from '../../src/planet/config/topics.ts'
import type { Place } from '../../src/planet/place.ts'
import { type Problem, ProblemsError, problemLine } from '../../src/planet/problem.ts'
import type { Part } from './project.ts'

/** What people wrote: feeds.yaml, the topics, the pages, the notices, and that the feeds kept in the repository are there. */
export async function checkContent(place: Place): Promise<Part & { problems: Problem[] }> {
  const started = performance.now()
  const problems = await contentProblems(place)
  return {
    name: 'feeds.yaml and content',
    ok: problems.length === 0,
    seconds: (performance.now() - started) / 1000,
    output: problems.map(problemLine).join('\n'),
    problems,
  }
}

async function contentProblems(place: Place): Promise<Problem[]> {
  try {
    const file = await readFeedsFile(place.folder)
    const text = await readFile(join(place.folder, 'feeds.yaml'), 'utf8')
    const topics = await readTopics(join(place.content, 'topics.yaml'))
    const spoken = Object.keys(await loadDictionaries(join(place.root, 'src/i18n')))
    await readPages(place.content, file.planet)
    return [
      ...checkFeedsFile(text, file, topics, spoken),
      ...checkForgotten(text, file, readForgotten(place.content)),
      ...missingFeeds(file, place),
      ...moderationProblems(file, place),
      ...(await readNotices(place.content)).problems,
    ]
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems
    throw error
  }
}

function missingFeeds({ blogs }: FeedsFile, place: Place): Problem[] {
  return blogs
    .filter((blog) => isLocal(blog) && !existsSync(join(place.content, blog.feed.slice('content/'.length))))
    .map(({ id, feed }) => ({
      file: 'feeds.yaml',
      field: `blogs ${id}`,
      what: `There is no file ${feed}.`,
      mend: 'Write the feed there, or correct the path.',
    }))
}

/** Decisions about blogs and posts that this planet does not have. A clone without an archive cannot tell posts. */
export function moderationProblems({ blogs }: FeedsFile, place: Place): Problem[] {
  const text = readIfThere(join(place.content, 'moderation.yaml'))
  if (text === undefined) return []
  const archive = openArchive(place.archive)
  const known: Known = {
    blogs: new Set(blogs.map(({ id }) => id)),
    ...(archive.blogs().length === 0 ? {} : { posts: new Set(archive.ids()) }),
  }
  return unknownInModeration(text, parseModeration(text), known)
}
