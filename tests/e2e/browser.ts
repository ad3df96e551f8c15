import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const PROGRAMS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** What a reader's first visit is: no worker of an earlier page answers, and none fetches behind the page that is looked at. */
export const FIRST_VISIT = { serviceWorkers: 'block' } as const

/** The machine's own Chromium, where it has one. */
export const browserProgram = (): string | undefined =>
  [process.env.CHROMIUM_PATH, ...PROGRAMS].find((path) => path !== undefined && existsSync(path))

/** Chromium as `npm test` sees to it: the machine's own, or Playwright's where it has none. It calls nobody of its own accord. */
export function openBrowser(): Promise<Browser> {
  const program = browserProgram()
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

/** What `story` gives for a reader who comes for the first time, with nothing kept from elsewhere, and an empty page. */
export async function asReader<T>(
  browser: Browser,
  options: BrowserContextOptions,
  story: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ ...FIRST_VISIT, ...options })
  try {
    return await story(await context.newPage())
  } finally {
    await context.close()
  }
}
