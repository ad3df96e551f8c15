/**
 * Something wrong in what a person wrote, told so that it can be mended: where it is, what is wrong, and the way out.
 * `line` counts from 1. `field` is a path such as `blogs[2].feed`.
 */
export type Problem = { file: string; line?: number; field?: string; what: string; mend: string }

/** The problem in one line: `feeds.yaml:14 blogs[2].feed: this is wrong. Do that.` */
export function problemLine({ file, line, field, what, mend }: Problem): string {
  const place = [line === undefined ? file : `${file}:${line}`, field].filter(Boolean).join(' ')
  return `${place}: ${what} ${mend}`
}

/** Thrown where nothing can go on without the person who wrote the file: the commands print it and exit with 2. */
export class ProblemsError extends Error {
  readonly problems: Problem[]
  constructor(problems: Problem[]) {
    super(problems.map(problemLine).join('\n'))
    this.problems = problems
  }
}
