import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { plain } from '../html/text.ts'
import { type Problem, ProblemsError } from '../problem.ts'
import { nothingThere } from './pages.ts'
import { day, language, webAddress } from './schema.ts'
import { parseYamlFile } from './yaml-file.ts'

/** The boards that notices are written for, as their folders under `content/` are named. */
const BOARDS = ['events', 'campaigns'] as const

const GUIDE = 'docs/boards.md'

const notice = z
  .strictObject({
    title: z.string().trim().min(1, 'is empty. Write what it is called.'),
    begins: day,
    ends: day.optional(),
    place: z.string().trim().min(1, 'is empty. Write a town, or take the line out.').optional(),
    online: z.boolean().optional(),
    url: webAddress,
    language,
  })
  .refine(({ begins, ends = begins }) => ends >= begins, {
    path: ['ends'],
    message: 'is before the day on which it begins. Correct one of the two days.',
  })

/** An event or a campaign, as somebody wrote it down. Days are those of the calendar, `2026-11-21`; all texts are plain. */
export type Notice = {
  board: (typeof BOARDS)[number]
  /** Path of its file from the planet's folder. */
  file: string
  title: string
  begins: string
  /** The last day; that of the beginning where none is given. */
  ends: string
  place?: string
  online: boolean
  url: string
  /** BCP 47. */
  language: string
  text: string
}

/** Reads `content/events/*.md` and `content/campaigns/*.md`. A file that is not as it should be costs only itself, and is told. */
export async function readNotices(content: string): Promise<{ notices: Notice[]; problems: Problem[] }> {
  const read = await Promise.all(
    BOARDS.map(async (board) => {
      const names = (await readdir(join(content, board)).catch(nothingThere)).filter((name) => name.endsWith('.md')).sort()
      return Promise.all(names.map(async (name) => parseNotice(board, name, await readFile(join(content, board, name), 'utf8'))))
    }),
  )
  return {
    notices: read.flat().filter((one) => 'board' in one),
    problems: read.flat().flatMap((one) => ('problems' in one ? one.problems : [])),
  }
}

function parseNotice(board: Notice['board'], name: string, text: string): Notice | { problems: Problem[] } {
  const file = `content/${board}/${name}`
  // The lines of the front matter are counted from the first line of the file, so the dashes stay an empty line.
  const parts = /^\uFEFF?---[ \t]*(\r?\n[\s\S]*?)\r?\n---[ \t]*(?:\r?\n([\s\S]*))?$/.exec(text)
  if (parts === null) {
    const what = 'A notice begins with its fields between two lines of three hyphens.'
    return { problems: [{ file, line: 1, what, mend: `${GUIDE} shows one.` }] }
  }
  const [, fields = '', below = ''] = parts
  try {
    const { value } = parseYamlFile(fields, { file, guide: GUIDE, schema: notice })
    const { title, begins, ends = begins, place, online = false, url, language } = value
    const told = { title: plain(title), begins, ends, online, url, language, text: plain(below) }
    return { board, file, ...told, ...(place === undefined ? {} : { place: plain(place) }) }
  } catch (error) {
    if (error instanceof ProblemsError) return { problems: error.problems }
    throw error
  }
}
