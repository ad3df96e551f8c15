import { baseOf, resolve } from './links.ts'
import { decodeReferences } from './repair/references.ts'

const LINK = /<(?:link|a)\b[^<>]{0,2000}>/gi
const FEED_TYPE = /^(?:application\/(?:rss\+xml|atom\+xml|feed\+json|rdf\+xml|x-rss\+xml)|text\/xml)/i
const MOST = 20

/** Where programs put their feed, by what a page of theirs shows. */
const KNOWN: [RegExp, string[]][] = [
  [/wp-content|wp-includes|name=["']generator["'][^<>]*WordPress/i, ['/feed/']],
  [/blogger\.com|blogspot\.|content=["']blogger/i, ['/feeds/posts/default']],
  [/static\.wixstatic\.com|Wix\.com/i, ['/blog-feed.xml']],
  [/content=["']Ghost|ghost-(?:sdk|portal)/i, ['/rss/']],
  [/content=["']Hugo/i, ['/index.xml']],
  [/content=["']Jekyll|jekyll-/i, ['/feed.xml', '/atom.xml']],
  [/squarespace/i, ['/?format=rss']],
  [/tumblr\.com/i, ['/rss']],
  [/medium\.com/i, ['/feed']],
  [/substack\.com|substackcdn/i, ['/feed']],
  [/weebly\.com/i, ['/1/feed']],
  [/content=["']Drupal/i, ['/rss.xml']],
  [/content=["']Joomla/i, ['/?format=feed&type=rss']],
  [/content=["'](?:Eleventy|Astro|Gatsby|Pelican|Hexo|Nikola)/i, ['/feed.xml', '/rss.xml', '/atom.xml']],
  [/typepad\./i, ['/atom.xml']],
  [/livejournal\./i, ['/data/rss']],
]

type Link = { tag: string; url: string }

/** The feeds that a web page names as its own (`rel=alternate` with a feed's type), absolute, whole blogs before comments. */
export function feedsNamed(html: string, address: string): string[] {
  const urls = linksIn(html, address)
    .filter(isAlternate)
    .map(({ url }) => url)
  return urls.toSorted((a, b) => Number(isComments(a)) - Number(isComments(b)))
}

/**
 * The feeds of a web page, absolute, best first: those it names, then plain links to what is called like a feed, then where its
 * program keeps one.
 */
export function feedsOf(html: string, address: string): string[] {
  const plain = linksIn(html, address).filter(({ tag, url }) => /^<a\b/i.test(tag) && isCalledFeed(url))
  const paths = KNOWN.filter(([pattern]) => pattern.test(html)).flatMap(([, known]) => known)
  const known = paths.map((path) => resolve(path, address)).filter((url) => url !== undefined)
  return [...new Set([...feedsNamed(html, address), ...plain.map(({ url }) => url), ...known])].slice(0, MOST)
}

function linksIn(html: string, address: string): Link[] {
  const base = baseOf(address, html.match(/<base\b[^<>]{0,300}?\bhref\s*=\s*["']?([^"'\s<>]+)/i)?.[1])
  return [...html.matchAll(LINK)].flatMap(([tag]) => {
    const url = resolve(attribute(tag, 'href'), base)
    return url !== undefined && /^https?:/.test(url) ? [{ tag, url }] : []
  })
}

const isAlternate = ({ tag }: Link): boolean =>
  /\balternate\b/i.test(attribute(tag, 'rel') ?? '') && FEED_TYPE.test(attribute(tag, 'type') ?? '')

const isComments = (url: string): boolean => /comments?\b/i.test(url)

const isCalledFeed = (url: string): boolean =>
  /(?:\/(?:feed|rss|atom)\/?|\/(?:feed|rss|atom|index)\.(?:xml|json|rdf)|[?&](?:format|feed)=(?:rss2?|atom|feed))$/i.test(url)

function attribute(tag: string, name: string): string | undefined {
  const match = tag.match(new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'<>]+))`, 'i'))
  const value = match?.[1] ?? match?.[2] ?? match?.[3]
  return value === undefined ? undefined : decodeReferences(value)
}
