import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import matter from 'gray-matter'
import { Marked } from 'marked'
import { z } from 'zod'
import { type Problem, ProblemsError } from '../problem.ts'
import type { PlanetSettings } from './feeds-file.ts'

/** A page that people of the planet write, `content/pages/<lang>/<slug>.md`. `html` comes from its Markdown and is trusted. */
export type Page = { slug: string; language: string; title: string; description: string; html: string }

const frontMatter = z.strictObject({ title: z.string().min(1), description: z.string().min(1) })

/**
 * Reads the pages in the planet's languages; `{planet}`, `{contact}` and `{repository}` are filled in.
 * @throws ProblemsError where a page's front matter is not as it should be
 */
export async function readPages(content: string, settings: PlanetSettings): Promise<Page[]> {
  const read = await Promise.all(
    settings.languages.map(async (language) => {
      const folder = join(content, 'pages', language)
      const names = (await readdir(folder).catch(nothingThere)).filter((name) => name.endsWith('.md')).sort()
      return Promise.all(
        names.map(async (name) =>
          readPage(`content/pages/${language}/${name}`, await readFile(join(folder, name), 'utf8'), language, settings),
        ),
      )
    }),
  )
  const problems = read.flat().filter((page) => 'what' in page)
  if (problems.length > 0) throw new ProblemsError(problems)
  return read.flat().filter((page) => 'html' in page)
}

function readPage(file: string, text: string, language: string, settings: PlanetSettings): Page | Problem {
  const { data, content } = split(text)
  const checked = frontMatter.safeParse(data)
  if (!checked.success) {
    const field = checked.error.issues[0]?.path.join('.') ?? ''
    return {
      file,
      line: 1,
      field,
      what: 'The lines between --- and --- are not as they should be.',
      mend: 'Write title: and description: there, and nothing else.',
    }
  }
  const filled = fill(content, settings)
  const slug = file.split('/').at(-1)?.replace(/\.md$/, '') ?? ''
  return {
    slug,
    language,
    title: fill(checked.data.title, settings),
    description: fill(checked.data.description, settings),
    html: markdown(filled),
  }
}

/** Front matter and text; data that cannot be read are undefined. By itself gray-matter runs what stands between `---js` and `---`. */
function split(text: string): { data: unknown; content: string } {
  try {
    return matter(text, { engines: { javascript: () => ({}) } })
  } catch (error) {
    if (error instanceof Error && error.name === 'YAMLException') return { data: undefined, content: '' }
    throw error
  }
}

const marked = new Marked()

const markdown = (text: string): string => marked.parse(text, { async: false })

function fill(text: string, { title, contact, repository }: PlanetSettings): string {
  return text
    .replaceAll('{planet}', title)
    .replaceAll('{contact}', contact)
    .replaceAll('{contact-name}', contact.replace(/^mailto:/, ''))
    .replaceAll('{repository}', repository ?? contact)
}

/** What a folder that is not there holds; throws any other error again. */
export function nothingThere(error: unknown): string[] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
  throw error
}
