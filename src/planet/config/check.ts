import type { Problem } from '../problem.ts'
import type { FeedsFile } from './feeds-file.ts'
import { forgottenBlogs, type readForgotten } from './forgotten.ts'
import { unknownTopics, unspokenLanguages } from './known.ts'
import type { Found } from './rules.ts'
import { templateValues } from './template.ts'
import type { Topics } from './topics.ts'
import { locate } from './yaml-file.ts'

/**
 * What is wrong in a `feeds.yaml` that can be read: ids that the vocabulary does not know, languages that the pages do not speak,
 * values left over from the planet that ships. `text` is the file as written, for the lines.
 */
export function checkFeedsFile(text: string, file: FeedsFile, topics: Topics, spoken: string[]): Problem[] {
  return withLines(text, [...templateValues(file), ...unspokenLanguages(file, spoken), ...unknownTopics(file.blogs, topics)])
}

/** Only the ids of topics; as {@link checkFeedsFile}. */
export const checkTopics = (text: string, file: FeedsFile, topics: Topics): Problem[] =>
  withLines(text, unknownTopics(file.blogs, topics))

/** Blogs that were forgotten and are back; as {@link checkFeedsFile}. */
export const checkForgotten = (text: string, { blogs }: FeedsFile, forgotten: ReturnType<typeof readForgotten>): Problem[] =>
  withLines(text, forgottenBlogs(blogs, forgotten))

function withLines(text: string, found: Found[]): Problem[] {
  const at = locate('feeds.yaml', text)
  return found.map(({ path, what, mend }) => at(path, what, mend))
}
