import { createHash } from 'node:crypto'

/**
 * The id of a post in every feed: a version 8 UUID (RFC 9562 §5.8) that spells "staffroom" and ends in the post's own id.
 * It depends neither on the post's address nor on the site's, so that no move brings a post to subscribers a second time.
 * @example postUrn('0123456789ab') === 'urn:uuid:73746166-6672-86f6-8f6d-0123456789ab'
 */
export const postUrn = (id: string): string => `urn:uuid:73746166-6672-86f6-8f6d-${id}`

/** The id of a feed: made from the name of the planet and the path of the scope, wherever the site stands. */
export function feedUrn(planet: string, path: string): string {
  const hash = createHash('sha256').update(`${planet}\n${path}`).digest('hex')
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
