import { join } from 'node:path'
import { loadDictionaries } from './i18n/index.ts'
import { type Interface, openInterface } from './i18n/interface.ts'
import { openPlanet } from './planet/open.ts'
import { placeOf, repositoryFrom } from './planet/place.ts'

const { STAFFROOM_ROOT, STAFFROOM_PLANET, STAFFROOM_NOW, SITE_URL, BASE_PATH } = process.env
const root = STAFFROOM_ROOT ?? process.cwd()
const repository = repositoryFrom(process.env)

/** The planet of this build, read once. */
export const planet = openPlanet(
  placeOf(root, {
    ...(repository === undefined ? {} : { repository }),
    ...(STAFFROOM_PLANET ? { planet: STAFFROOM_PLANET } : {}),
    ...(STAFFROOM_NOW ? { now: STAFFROOM_NOW } : {}),
  }),
)

export const dictionaries = loadDictionaries(join(root, 'src', 'i18n'))

const base = (BASE_PATH ?? '').replace(/\/+$/, '')

/** The address of a path of the site on its own host: `/topics/` under the base `/planet` is `/planet/topics/`. */
export const href = (path: string): string => base + path

/** The whole address of a path of the site. */
export const absolute = (path: string): string => new URL(href(path), SITE_URL ?? 'http://localhost:4321').href

/** One interface language of the planet. `home` is what its paths begin with: nothing for the default language. */
export type Locale = Interface & { home: string; href(path: string): string }

const open = (async () => {
  const { settings, now } = await planet
  const words = await dictionaries
  return settings.languages.map((lang, index): Locale => {
    const home = index === 0 ? '' : `/${lang}`
    return { ...openInterface(words, lang, settings.timezone, now), home, href: (path) => href(home + path) }
  })
})()

/** The interface languages of the planet, the default first. */
export const locales = async (): Promise<Locale[]> => open

/** The interface language whose paths begin with `/<lang>/`; the default for undefined. */
export async function localeOf(lang: string | undefined): Promise<Locale> {
  const all = await open
  const found = lang === undefined ? all[0] : all.find((locale) => locale.lang === lang)
  if (found === undefined) throw new Error(`${lang} is not an interface language of this planet.`)
  return found
}
