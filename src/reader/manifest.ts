import type { PlanetSettings } from '../planet/config/feeds-file.ts'

/** What a device shows of the site once it is installed (W3C Web Application Manifest); `href` gives addresses under the base. */
export function manifestOf({ title, description, languages }: PlanetSettings, href: (path: string) => string): object {
  const [lang = 'en'] = languages
  return {
    name: title,
    short_name: title,
    ...(description[lang] === undefined ? {} : { description: description[lang] }),
    lang,
    id: href('/'),
    start_url: href('/'),
    scope: href('/'),
    display: 'standalone',
    background_color: '#faf7f2',
    theme_color: '#faf7f2',
    icons: [{ src: href('/icon.svg'), sizes: 'any', type: 'image/svg+xml' }],
  }
}
