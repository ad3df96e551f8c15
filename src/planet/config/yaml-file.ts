import { type Document, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { type Problem, ProblemsError } from '../problem.ts'
import { fieldName, lineOf } from './lines.ts'

/** A YAML file that people write. `file` is its name in messages, `guide` where its fields are explained. */
export type YamlForm<S extends z.ZodType> = {
  file: string
  guide: string
  schema: S
  /** Every bare word is a text, whatever it looks like: `012345678901` stays as it is written. */
  onlyTexts?: boolean
  /** A file that says nothing is none at all, and its schema knows what that means; any other must not be empty. */
  mayBeEmpty?: boolean
}

/** Makes a problem of something wrong at a path such as `['blogs', 2, 'feed']`, with its line. */
export type Locate = (path: PropertyKey[], what: string, mend: string) => Problem

/**
 * Reads the text of a YAML file and checks its form.
 * @throws ProblemsError with the line, field and a way out for everything that is wrong in it
 */
export function parseYamlFile<S extends z.ZodType>(text: string, form: YamlForm<S>): { value: z.output<S>; at: Locate } {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    ...(form.onlyTexts ? { schema: 'failsafe' } : {}),
  })
  const syntax = [...document.errors, ...document.warnings].map(
    (error): Problem => ({
      file: form.file,
      line: lines.linePos(error.pos[0]).line,
      what: `This is not YAML: ${firstLine(error.message)}.`,
      mend: 'Look at this line and the one above: the blanks at their beginning, a blank after every colon, and quotation marks around a text that holds a colon.',
    }),
  )
  // One slip makes a parser stumble several times over; the first time tells where it is.
  if (syntax[0] !== undefined) throw new ProblemsError([syntax[0]])
  const raw = valuesOf(document, form.file)
  if ((raw === null || raw === undefined) && !form.mayBeEmpty) {
    throw new ProblemsError([
      { file: form.file, line: 1, what: 'This file is empty.', mend: `${form.guide} shows what belongs in it.` },
    ])
  }
  const at = locateIn(form.file, document, lines)
  const checked = form.schema.safeParse(raw)
  if (checked.success) return { value: checked.data, at }
  throw new ProblemsError(checked.error.issues.map((issue) => at(...explain(issue, raw, form.guide))))
}

/** Finds the lines of a file that was read and checked before. */
export function locate(file: string, text: string): Locate {
  const lines = new LineCounter()
  return locateIn(file, parseDocument(text, { lineCounter: lines }), lines)
}

function locateIn(file: string, document: Document, lines: LineCounter): Locate {
  return (path, what, mend) => {
    const line = lineOf(document, lines, path)
    return { file, ...(line === undefined ? {} : { line }), field: fieldName(path), what, mend }
  }
}

/** @throws ProblemsError where an alias (`*name`) has no anchor, or aliases multiply without end */
function valuesOf(document: Document, file: string): unknown {
  try {
    return document.toJS()
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    const what = `This is not YAML: ${firstLine(error.message)}.`
    throw new ProblemsError([{ file, what, mend: 'Look at the names behind "*" and "&", or write the values out.' }])
  }
}

type Issue = z.core.$ZodIssue

/** A zod issue in the words of a person who writes YAML: path, what is wrong, the way out. */
function explain(issue: Issue, raw: unknown, guide: string): [PropertyKey[], string, string] {
  const value = valueAt(raw, issue.path)
  switch (issue.code) {
    case 'unrecognized_keys': {
      const key = issue.keys[0] ?? ''
      return [
        [...issue.path, key],
        `"${key}" is not a field that Staffroom knows.`,
        `Correct its spelling, or take it out; ${guide} lists the fields.`,
      ]
    }
    case 'invalid_type':
      if (value === undefined)
        return [issue.path, 'This is missing.', `Add "${String(issue.path.at(-1))}:" here; ${guide} says what it holds.`]
      return [issue.path, `${quote(value)} is not what belongs here.`, `Write ${article(issue.expected)}.`]
    case 'invalid_value':
      if (value === undefined) return [issue.path, 'This is missing.', `Write one of: ${issue.values.join(', ')}.`]
      return [issue.path, `${quote(value)} is not known here.`, `Write one of: ${issue.values.join(', ')}.`]
    default: {
      const [what, ...mend] = issue.message.split(/(?<=\.) /)
      return [issue.path, `${quote(value)} ${what}`, mend.join(' ') || `${guide} says what belongs here.`]
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
