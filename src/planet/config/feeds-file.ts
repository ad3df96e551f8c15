import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { type Problem, ProblemsError } from '../problem.ts'
import { fieldName, lineOf } from './lines.ts'
import { feedProblems } from './rules.ts'
import { type blogSchema, feedsFileSchema, type planetSchema } from './schema.ts'

/** One member, an entry of `feeds.yaml`, with its defaults filled in: a class blog is `show: link`, every other `excerpt`. */
export type Blog = Omit<z.infer<typeof blogSchema>, 'show'> & { show: 'link' | 'excerpt' | 'full' }

/** The planet's own settings. `description` has one sentence for each interface language, as far as given. */
export type PlanetSettings = Omit<z.infer<typeof planetSchema>, 'description'> & { description: Record<string, string> }

export type FeedsFile = { planet: PlanetSettings; blogs: Blog[] }

/**
 * Reads and checks `feeds.yaml` in the planet's folder.
 * @throws ProblemsError with the file, line, field and a way out for everything that is wrong in it.
 */
export async function readFeedsFile(folder: string): Promise<FeedsFile> {
  let text: string
  try {
    text = await readFile(join(folder, 'feeds.yaml'), 'utf8')
  } catch {
    throw new ProblemsError([
      {
        file: 'feeds.yaml',
        what: `There is none in ${folder}.`,
        mend: 'Copy the one that ships with Staffroom and put your blogs into it.',
      },
    ])
  }
  return parseFeedsFile(text)
}

/** Checks the text of a `feeds.yaml`; as {@link readFeedsFile}. */
export function parseFeedsFile(text: string): FeedsFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const syntax = [...document.errors, ...document.warnings].map(
    (error): Problem => ({
      file: 'feeds.yaml',
      line: lines.linePos(error.pos[0]).line,
      what: `This is not YAML: ${firstLine(error.message)}.`,
      mend: 'Look at the indentation, quotes and brackets of this line and the one above.',
    }),
  )
  if (syntax.length > 0) throw new ProblemsError(syntax)

  const raw: unknown = document.toJS()
  const at = (path: PropertyKey[], what: string, mend: string): Problem => {
    const line = lineOf(document, lines, path)
    return { file: 'feeds.yaml', ...(line === undefined ? {} : { line }), field: fieldName(path), what, mend }
  }

  const checked = feedsFileSchema.safeParse(raw)
  if (!checked.success) throw new ProblemsError(checked.error.issues.map((issue) => at(...explain(issue, raw))))

  const { planet, blogs } = checked.data
  const settings: PlanetSettings = {
    ...planet,
    description:
      typeof planet.description === 'string' ? { [planet.languages[0] ?? 'en']: planet.description } : planet.description,
  }
  const members = blogs.map((blog): Blog => ({ ...blog, show: blog.show ?? (blog.kind === 'class' ? 'link' : 'excerpt') }))
  const problems = feedProblems(settings, members).map(({ path, what, mend }) => at(path, what, mend))
  if (problems.length > 0) throw new ProblemsError(problems)
  return { planet: settings, blogs: members }
}

type Issue = z.core.$ZodIssue

/** A zod issue in the words of a person who writes YAML: path, what is wrong, the way out. */
function explain(issue: Issue, raw: unknown): [PropertyKey[], string, string] {
  const value = valueAt(raw, issue.path)
  switch (issue.code) {
    case 'unrecognized_keys': {
      const key = issue.keys[0] ?? ''
      return [
        [...issue.path, key],
        `"${key}" is not a field that Staffroom knows.`,
        'Correct its spelling, or take it out; docs/feeds-file.md lists the fields.',
      ]
    }
    case 'invalid_type':
      if (value === undefined)
        return [
          issue.path,
          'This is missing.',
          `Add "${String(issue.path.at(-1))}:" here; docs/feeds-file.md says what it holds.`,
        ]
      return [issue.path, `${quote(value)} is not what belongs here.`, `Write ${article(issue.expected)}.`]
    case 'invalid_value':
      if (value === undefined) return [issue.path, 'This is missing.', `Write one of: ${issue.values.join(', ')}.`]
      return [issue.path, `${quote(value)} is not known here.`, `Write one of: ${issue.values.join(', ')}.`]
    default: {
      const [what, ...mend] = issue.message.split(/(?<=\.) /)
      return [issue.path, `${quote(value)} ${what}`, mend.join(' ') || 'docs/feeds-file.md says what belongs here.']
    }
  }
}

function valueAt(raw: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    raw,
  )
}

const quote = (value: unknown): string =>
  typeof value === 'string' ? `"${value.slice(0, 80)}"` : (JSON.stringify(value) ?? 'nothing').slice(0, 80)

const article = (expected: string): string =>
  ({
    string: 'a text (in quotes if it looks like a number or a date)',
    array: 'a list, such as [one, two]',
    object: 'fields with a colon, each on a line of its own',
  })[expected] ?? `a value of the kind ${expected}`

const firstLine = (text: string): string => (text.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')
