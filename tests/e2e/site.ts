import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { inject } from 'vitest'
import { asReader } from './browser.ts'

export { asReader, FIRST_VISIT, openBrowser } from './browser.ts'

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

export const PHONE = { width: 390, height: 844 }
export const DESKTOP = { width: 1280, height: 900 }

/** How many sheets of A4, with a centimetre of margin, a page fills when it is printed. */
export async function printedPages(page: Page): Promise<number> {
  const margin = '1cm'
  const pdf = await page.pdf({ format: 'A4', margin: { top: margin, bottom: margin, left: margin, right: margin } })
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length
}

/** Lets a fresh reader open a page of the site in the browser that `browser` gives, and gives back what `use` finds there. */
export const pageReader =
  (browser: () => Browser) =>
  <T>(path: string, options: BrowserContextOptions, use: (page: Page) => Promise<T>): Promise<T> =>
    asReader(browser(), options, async (page) => {
      await page.goto(home + path)
      return use(page)
    })
