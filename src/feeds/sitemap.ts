import type { Planet } from '../planet/compose/planet.ts'
import { escapeMarkup } from './markup.ts'

/** What one sitemap may hold (sitemaps.org). Beyond it, links lead to the rest. */
const LIMIT = 50_000

/** Pages that stand in every interface language, whatever the planet holds. */
const INDEXES = [
  '/',
  '/topics/',
  '/languages/',
  '/blogs/',
  '/archive/',
  '/week/',
  '/tags/',
  '/search/',
  '/subscribe/',
  '/health/',
]

/**
 * The paths of the pages that search engines may list, weightier first: the first page of each list in every interface
 * language, the archive in the default one. Class blogs are not named.
 */
export function sitemapPaths({ settings, pages, topics, languages, members, tags, months }: Planet): string[] {
  const told = [
    ...INDEXES,
    ...new Set(pages.map(({ slug }) => `/${slug}/`)),
    ...topics.map(({ topic }) => `/topics/${topic.id}/`),
    ...languages.map(({ language }) => `/languages/${language}/`),
    ...members.filter(({ kind }) => kind !== 'class').map(({ id }) => `/blogs/${id}/`),
    ...tags.map(({ key }) => `/tags/${key}/`),
  ]
  const homes = settings.languages.map((language, index) => (index === 0 ? '' : `/${language}`))
  const archive = months.flatMap(({ month, shelves }) => [`/archive/${month}/`, ...shelves.map(({ path }) => path)])
  return [...homes.flatMap((home) => told.map((path) => home + path)), ...archive].slice(0, LIMIT)
}

/** A sitemap of whole addresses, in the format of sitemaps.org. */
export function sitemapOf(addresses: string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...addresses.map((address) => `<url><loc>${escapeMarkup(address)}</loc></url>`),
    '</urlset>',
    '',
  ].join('\n')
}
