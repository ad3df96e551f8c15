import type { Card, Member, Planet } from '../planet/compose/planet.ts'
import { isLocal } from '../planet/config/feeds-file.ts'
import type { Labels } from '../planet/config/topics.ts'
import { plain } from '../planet/html/text.ts'
import { postUrn } from './id.ts'
import { type FeedLicence, licenceOf } from './licence.ts'
import { fitForXml } from './markup.ts'
import { type Shown, shownIn } from './shown.ts'

/** A post as every feed format tells it; `html` is fit for XML. */
export type FeedItem = Omit<Shown, 'tags'> & {
  id: string
  /** The post at its own blog. */
  url: string
  /** Topics in the language of the post (`term` is the id), then free tags. */
  categories: { term: string; label: string }[]
  language: string
  /** ISO 8601 UTC, as `updated`. */
  published: string
  updated: string
  source: FeedSource
  licence?: FeedLicence
}

/** The blog an item comes from. `feed` is its own, or the planet's copy where its feed is a file of the planet. */
export type FeedSource = { title: string; site: string; feed: string }

/** The address of a page or file of the site; `path` has no slash at its beginning. */
export const addressOf = (siteUrl: string, path: string): string => new URL(path, siteUrl.replace(/\/*$/, '/')).href

/** The blog's own feed, or the planet's feed of that blog where its feed lies under `content/`. */
export function sourceOf({ blog }: Member, siteUrl: string): FeedSource {
  const feed = isLocal(blog) ? addressOf(siteUrl, `blogs/${blog.id}/rss.xml`) : new URL(blog.feed).href
  return { title: plain(blog.title), site: new URL(blog.site).href, feed }
}

/** A function from cards to feed items, for a site at `siteUrl`. */
export function itemMaker(planet: Planet, siteUrl: string): (card: Card) => FeedItem {
  const shown = shownIn(planet)
  const members = new Map(planet.members.map((member) => [member.id, member]))
  return (card) => {
    const { html, tags, ...told } = shown(card)
    const member = members.get(card.blog)
    const { title, site } = card.source
    const topics = card.topics.map((id) => ({ term: id, label: labelIn(planet.vocabulary.get(id)?.labels, card.language) ?? id }))
    return {
      id: postUrn(card.id),
      url: new URL(card.url).href,
      ...told,
      ...(html === undefined ? {} : { html: fitForXml(html) }),
      categories: [...topics, ...tags.map((tag) => ({ term: tag, label: tag }))],
      language: card.language,
      published: card.published,
      updated: card.updated !== undefined && card.updated > card.published ? card.updated : card.published,
      source: member === undefined ? { title: plain(title), site, feed: site } : sourceOf(member, siteUrl),
      ...(card.openLicence === undefined ? {} : { licence: licenceOf(card.openLicence) }),
    }
  }
}

/** The label in a language, or in the one it is a kind of, or in English. */
export const labelIn = (labels: Labels | undefined, language: string): string | undefined =>
  labels?.[language] ?? labels?.[language.split('-')[0] ?? ''] ?? labels?.en
