import type { Card, Member, Planet } from '../planet/compose/planet.ts'
import type { Labels } from '../planet/config/topics.ts'
import { plain } from '../planet/html/text.ts'
import { postUrn } from './id.ts'
import { type FeedLicence, licenceOf } from './licence.ts'
import { fitForXml } from './markup.ts'

/** A post as every feed format tells it. Texts are plain and of one line; `html` is sanitised and fit for XML. */
export type FeedItem = {
  id: string
  /** The post at its own blog. */
  url: string
  /** May be empty where the post has none, but then there is a text. */
  title: string
  /** The excerpt; empty where the blog wishes links only. */
  text: string
  html?: string
  /** At least one name. */
  authors: string[]
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
  const feed = blog.feed.startsWith('content/') ? addressOf(siteUrl, `blogs/${blog.id}/rss.xml`) : new URL(blog.feed).href
  return { title: plain(blog.title), site: new URL(blog.site).href, feed }
}

/**
 * A function from cards to feed items. It gives no more than the blog's `show` allows, whatever the archive still holds, and
 * of a class blog the title and the link alone: names and tags there may be pupils'.
 */
export function itemMaker(planet: Planet, siteUrl: string): (card: Card) => FeedItem {
  const members = new Map(planet.members.map((member) => [member.id, member]))
  return (card) => {
    const member = members.get(card.blog)
    const blog = member?.blog
    const source = member
      ? sourceOf(member, siteUrl)
      : { title: plain(card.source.title), site: card.source.site, feed: card.source.site }
    const byPupils = blog?.kind === 'class'
    const show = byPupils ? 'link' : (blog?.show ?? 'link')
    const written = card.authors.length > 0 ? card.authors : [blog?.author ?? '']
    const authors = byPupils ? [] : written.map(plain).filter((name) => name !== '')
    const title = plain(card.title)
    const text = show === 'link' ? '' : plain(card.excerpt)
    const topics = card.topics.map((id) => ({ term: id, label: labelIn(planet.vocabulary.get(id)?.labels, card.language) ?? id }))
    const tags = byPupils ? [] : card.freeTags.map((tag) => plain(tag.text)).filter((tag) => tag !== '')
    return {
      id: postUrn(card.id),
      url: new URL(card.url).href,
      title: title === '' && text === '' ? source.title : title,
      text,
      ...(show === 'full' && card.html !== undefined ? { html: fitForXml(card.html) } : {}),
      authors: authors.length > 0 ? authors : [source.title],
      categories: [...topics, ...tags.map((tag) => ({ term: tag, label: tag }))],
      language: card.language,
      published: card.published,
      updated: card.updated !== undefined && card.updated > card.published ? card.updated : card.published,
      source,
      ...(card.openLicence === undefined ? {} : { licence: licenceOf(card.openLicence) }),
    }
  }
}

const labelIn = (labels: Labels | undefined, language: string): string | undefined =>
  labels?.[language] ?? labels?.[language.split('-')[0] ?? ''] ?? labels?.en
