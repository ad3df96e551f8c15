import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { ProblemsError } from '../problem.ts'
import { feedProblems } from './rules.ts'
import { type blogSchema, feedsFileSchema, type planetSchema } from './schema.ts'
import { parseYamlFile } from './yaml-file.ts'

/** One member, an entry of `feeds.yaml`, with its defaults filled in: a class blog is `show: link`, every other `excerpt`. */
export type Blog = Omit<z.infer<typeof blogSchema>, 'show'> & { show: 'link' | 'excerpt' | 'full' }

/** Whether a blog's feed is kept in the repository, under the planet's `content/`. */
export const isLocal = ({ feed }: Pick<Blog, 'feed'>): boolean => feed.startsWith('content/')

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
  const { value, at } = parseYamlFile(text, { file: 'feeds.yaml', guide: 'docs/feeds-file.md', schema: feedsFileSchema })
  const { planet, blogs } = value
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
