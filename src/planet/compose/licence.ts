/**
 * The SPDX id of a licence that a feed names by id, by address or in the usual words; undefined where it is none we know.
 * @example spdxOf('http://creativecommons.org/licenses/by-sa/3.0/es/') === 'CC-BY-SA-3.0'
 */
export function spdxOf(licence: string): string | undefined {
  const text = licence.trim()
  if (/creativecommons\.org\/publicdomain\/zero\/1\.0/i.test(text) || /^CC0(?:[ -]1\.0)?$/i.test(text)) return 'CC0-1.0'
  const address =
    /creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)/i.exec(text) ??
    /^CC[ -](BY(?:[ -](?:NC|SA|ND)){0,2})[ -]v?(\d\.\d)\b/i.exec(text)
  if (address?.[1] !== undefined && address[2] !== undefined)
    return `CC-${address[1].toUpperCase().replaceAll(' ', '-')}-${address[2]}`
  return /^[\w.-]+$/.test(text) ? text : undefined
}

/** Whether an open licence allows changes: for a class a text is nearly always shortened or translated. */
export const mayBeAdapted = (spdx: string): boolean => !spdx.includes('-ND')
