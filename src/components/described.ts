import type { Said } from '../i18n/interface.ts'
import type { PlanetSettings } from '../planet/config/feeds-file.ts'

/**
 * What the planet says of itself, for readers of a language: in it, else in the first interface language that it is written in, else in
 * whatever language it is written in. A planet that says nothing is described by its name.
 */
export function describedIn({ title, description, languages }: PlanetSettings, lang: string): Said {
  const [found] = [lang, ...languages, ...Object.keys(description)].filter((one) => description[one] !== undefined)
  const text = found === undefined ? title : (description[found] ?? title)
  return found === lang || found === undefined ? { text } : { text, lang: found }
}
