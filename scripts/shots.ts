import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { FIRST_VISIT, openBrowser } from '../tests/e2e/browser.ts'
import { inDefault, KINDS } from '../tests/e2e/kinds.ts'
import { serveFolder } from '../tests/e2e/serve.ts'
import { command, root } from './command.ts'
import { buildCopy } from './showing.ts'

/** How a page is looked at. `prefix` is the language its address begins with, `zoom` what a reader has enlarged it by. */
type Look = { name: string; width: number; dark?: true; prefix?: string; print?: true; zoom?: number }

const LOOKS: Look[] = [
  { name: 'phone', width: 360 },
  { name: 'phone-dark', width: 360, dark: true },
  { name: 'phone-ar', width: 360, prefix: 'ar/' },
  { name: 'phone-zoom', width: 360, zoom: 2 },
  { name: 'desktop', width: 1280 },
  { name: 'desktop-dark', width: 1280, dark: true },
  { name: 'desktop-ar', width: 1280, prefix: 'ar/' },
  { name: 'print', width: 794, print: true },
]

await command({
  name: 'shots',
  about: 'Builds the planet, in Arabic too, and photographs each kind of page into shots/, to be looked at.',
  operands: '[KIND…]',
  options: { keep: { type: 'boolean', default: false } },
  help: { '--keep': 'the site that was built last time, without building it anew' },
  async run({ keep }, place, wanted) {
    const folder = join(root, 'shots')
    const site = join(folder, '.site')
    if (!keep) {
      const languages = (own: string[]) => [...new Set([...own, 'ar'])]
      await buildCopy({ planet: place.folder, copy: site, languages, home: 'http://localhost:4321' })
    }
    const served = await serveFolder(async () => join(site, 'dist'), '')
    const browser = await openBrowser()
    try {
      for (const look of LOOKS) {
        const page = await browser.newPage({
          ...FIRST_VISIT,
          viewport: { width: Math.round(look.width / (look.zoom ?? 1)), height: Math.round(800 / (look.zoom ?? 1)) },
          deviceScaleFactor: look.zoom ?? 1,
          colorScheme: look.dark ? 'dark' : 'light',
          reducedMotion: 'reduce',
        })
        for (const { kind, examples } of KINDS.filter(({ kind }) => wanted.length === 0 || wanted.includes(kind))) {
          const path = inDefault(examples[0] ?? '')
          await photograph(page, `http://127.0.0.1:${served.port}/`, path, look, join(folder, look.name, `${kind}.png`))
        }
        await page.close()
      }
    } finally {
      await browser.close()
      await served.close()
    }
    console.log(`shots/ holds ${LOOKS.map(({ name }) => name).join(', ')}.`)
    return 0
  },
})

async function photograph(page: Page, home: string, path: string, look: Look, file: string): Promise<void> {
  // Deep pages of a list are told in the default language alone.
  const answer = await page.goto(`${home}${look.prefix ?? ''}${path}`)
  if (answer?.status() === 404 && look.prefix !== undefined) return
  await page.emulateMedia({ media: look.print ? 'print' : 'screen' })
  await page.screenshot({ path: file, fullPage: true })
}
