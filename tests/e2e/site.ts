import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

/** The address of the sample planet's home; `${home}topics/` is a page of it. */
export const home = inject('home')

/** The folder of the built site, once it is built. */
export async function builtSite(): Promise<string> {
  const answer = await fetch(home)
  if (!answer.ok) throw new Error(await answer.text())
  return inject('dist')
}

/** Paths of all files of the built site with this ending, from its root and without a slash before. */
export async function filesOf(ending: string): Promise<string[]> {
  const dist = await builtSite()
  return readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(ending))
}

/** A file's text; `path` from the root of the site. */
export const textOf = async (path: string): Promise<string> => readFileSync(join(await builtSite(), path), 'utf8')

/** Every page with its address: `topics/index.html` is at `topics/`. */
export const pages = async (): Promise<string[]> =>
  (await filesOf('.html')).map((path) => path.replace(/(^|\/)index\.html$/, '$1')).sort()

const PROGRAMS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Chromium as `npm test` sees to it: the machine's own, or Playwright's where it has none. It calls nobody of its own accord. */
export function openBrowser(): Promise<Browser> {
  const program = [process.env.CHROMIUM_PATH, ...PROGRAMS].find((path) => path !== undefined && existsSync(path))
  return chromium.launch({
    ...(program === undefined ? {} : { executablePath: program }),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export const PHONE = { width: 390, height: 844 }
export const DESKTOP = { width: 1280, height: 900 }
