import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import Parser from 'rss-parser'
import { atomOf } from '../../src/feeds/atom.ts'
import { jsonOf } from '../../src/feeds/json.ts'
import { rssOf } from '../../src/feeds/rss.ts'
import { type FeedScope, feedScopes } from '../../src/feeds/scope.ts'
import type { Planet } from '../../src/planet/compose/planet.ts'
import { samplePlanet, speakFor } from './planet.ts'

/** The address of the sample planet's site. */
export const SITE = 'https://planet.example/'

/** One scope of a planet, by its path. */
export function scopeOf(planet: Planet = samplePlanet(), path = ''): FeedScope {
  const scope = feedScopes(planet, speakFor(planet), SITE).find((other) => other.path === path)
  if (scope === undefined) throw new Error(`the planet has no scope ${path}`)
  return scope
}

/** Our feeds as another reader, feedsmith, understands them. */
export const rssRead = async (scope: FeedScope) => parseRssFeed(await rssOf(scope))
export const atomRead = (scope: FeedScope) => parseAtomFeed(atomOf(scope))
export const jsonRead = (scope: FeedScope) => parseJsonFeed(jsonOf(scope))

/** Reads a document with a strict XML parser. @throws Error where it is not well-formed */
export const strictly = async (document: string) => new Parser().parseString(document)
