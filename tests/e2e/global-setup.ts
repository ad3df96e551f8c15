import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildSite } from './build.ts'
import { INTERFACES } from './kinds.ts'
import { type Served, serveFolder } from './serve.ts'

/** The site lies under a path, as a project's site on GitHub Pages does: an address that forgets it is found. */
const BASE = '/planet'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the sample planet's home, with a slash at its end. */
    home: string
    /** The folder that is served there. It is full once the first page has been asked for. */
    dist: string
  }
}

/** The sample planet speaks Arabic too in these tests, so that every kind of page is seen from right to left. */
async function copyPlanet(root: string, folder: string): Promise<void> {
  const settings = await readFile(join(root, 'feeds.yaml'), 'utf8')
  await writeFile(join(folder, 'feeds.yaml'), settings.replace(/^( +languages: )\[.*\]$/m, `$1[${INTERFACES.join(', ')}]`))
}

/**
 * Builds the sample planet with the real command into a folder of its own and serves it for all end-to-end tests: once, when the
 * first of them asks for a page, so that tests which ask for none do not wait for it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = join(import.meta.dirname, '../..')
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-e2e-'))
  await copyPlanet(root, folder)
  let building: Promise<string> | undefined
  const site: Served = await serveFolder(
    () => (building ??= buildSite(folder, { SITE_URL: `http://127.0.0.1:${site.port}`, BASE_PATH: BASE })),
    BASE,
  )
  project.provide('home', `http://127.0.0.1:${site.port}${BASE}/`)
  project.provide('dist', join(folder, 'dist'))
  return async () => {
    await site.close()
    await rm(folder, { recursive: true, force: true })
  }
}
