import type { Key } from '../i18n/index.ts'

/** A licence as a reader needs it: what it allows in words (a key), its short name, and the address of its text. */
export type LicenceWords = { key: Key; name: string; url: string }

/**
 * Says what an open licence allows.
 * @example licenceWords('CC-BY-NC-ND-4.0').key === 'licence.copy-nc'
 */
export function licenceWords(spdx: string): LicenceWords {
  if (spdx === 'CC0-1.0') return { key: 'licence.free', name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' }
  const commons = /^CC-(BY[A-Z-]*)-(\d\.\d)$/.exec(spdx)
  if (commons?.[1] === undefined || commons[2] === undefined) {
    const url = spdx === 'MIT' ? 'https://opensource.org/license/mit' : 'https://www.gnu.org/licenses/fdl-1.3.html'
    return { key: 'licence.adapt', name: spdx.split('-')[0] ?? spdx, url }
  }
  const [, terms, version] = commons
  const verb = terms.includes('ND') ? 'copy' : 'adapt'
  return {
    key: terms.includes('NC') ? `licence.${verb}-nc` : `licence.${verb}`,
    name: `CC ${terms}`,
    url: `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/`,
  }
}
