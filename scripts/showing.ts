import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildSite } from '../tests/e2e/build.ts'

/** A planet to copy: `languages` makes those of the copy's pages from its own, `home` is where they will be served. */
type Copy = { planet: string; copy: string; languages: (own: string[]) => string[]; home: string; now?: string }

/**
 * Builds a copy of a planet, so that it can be looked at in a language it does not speak. Its pages are then in `dist` under `copy`.
 * The planet itself is not touched.
 * @throws Error with what the build printed, where it fails
 */
export async function buildCopy({ planet, copy, languages, home, now }: Copy): Promise<void> {
  await mkdir(copy, { recursive: true })
  const feeds = await readFile(join(planet, 'feeds.yaml'), 'utf8')
  const speaking = feeds.replace(
    /^( +languages: )\[(.*)\]/m,
    (_, start: string, own: string) => `${start}[${languages(own.split(/\s*,\s*/)).join(', ')}]`,
  )
  await writeFile(join(copy, 'feeds.yaml'), speaking)
  for (const folder of ['content', 'archive'])
    await cp(join(planet, folder), join(copy, folder), { recursive: true }).catch(ignoreMissing)
  await buildSite(copy, { SITE_URL: home, BASE_PATH: '' }, now === undefined ? [] : ['--now', now])
}

/** A planet need not have a folder of its own for all that it is made of. */
function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
