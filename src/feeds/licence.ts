/** A licence as feeds name it: SPDX id and the address of its text. */
export type FeedLicence = { id: string; url: string }

/**
 * The licence an SPDX id names.
 * @example licenceOf('CC-BY-SA-4.0').url === 'https://creativecommons.org/licenses/by-sa/4.0/'
 */
export function licenceOf(id: string): FeedLicence {
  if (id === 'CC0-1.0') return { id, url: 'https://creativecommons.org/publicdomain/zero/1.0/' }
  const [, terms, version] = /^CC-([A-Z-]+)-(\d\.\d)$/.exec(id) ?? []
  if (terms === undefined) return { id, url: `https://spdx.org/licenses/${id}.html` }
  return { id, url: `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/` }
}
