import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Entry = { id: string; title: string; site: string; feed: string; language: string }

/** Writes a planet's folder: a `feeds.yaml` with one line for each blog. */
export async function writePlanetFolder(folder: string, title: string, entries: Entry[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  const head = [
    'planet:',
    `  title: ${title}`,
    '  description: A planet for tests.',
    '  languages: [en, es, ca, ru]',
    '  contact: mailto:tests@example.org',
    '  timezone: Europe/Madrid',
    'blogs:',
  ]
  await writeFile(join(folder, 'feeds.yaml'), [...head, ...entries.map(line), ''].join('\n'))
}

/** A title or address in double quotes of JSON is one in YAML too. */
function line({ id, title, site, feed, language }: Entry): string {
  const fields = [
    `id: ${id}`,
    `title: ${/^[A-Za-z]\w*$/.test(title) ? title : JSON.stringify(title)}`,
    `site: ${JSON.stringify(site)}`,
    `feed: ${JSON.stringify(feed)}`,
    'kind: teacher',
    `language: ${language}`,
    'show: excerpt',
    'consent: {by: owner, date: 2026-11-21, how: test}',
    'status: active',
  ]
  return `  - {${fields.join(', ')}}`
}
