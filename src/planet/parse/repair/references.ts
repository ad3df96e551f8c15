import { decodeHTMLStrict } from 'entities'

const NUMERIC = /&#(?:[xX]([0-9a-fA-F]{1,8})|(\d{1,9}));/g
const PAIR = /&#(?:[xX]([dD][89abAB][0-9a-fA-F]{2})|(5[56]\d{3}));&#(?:[xX]([dD][c-fC-F][0-9a-fA-F]{2})|(5[67]\d{3}));/g

const point = (hex: string | undefined, decimal: string | undefined): number =>
  hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)

const isForbidden = (value: number): boolean =>
  (value < 0x20 && value !== 9 && value !== 10 && value !== 13) ||
  (value >= 0xd800 && value <= 0xdfff) ||
  (value >= 0xfdd0 && value <= 0xfdef) ||
  (value & 0xfffe) === 0xfffe ||
  value > 0x10ffff

/**
 * Decodes the references of a text once: XML's own, HTML's names (feeds use `&nbsp;` without any DTD) and numbers. An emoji
 * written as two surrogates (old PHP and Java) becomes one character, numbers that no XML may hold go, 128 to 159 are read as
 * windows-1252. What is no reference, such as the `&` of `Q&A`, stays.
 */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text
  return decodeHTMLStrict(text.includes('&#') ? mendNumbers(text) : text)
}

function mendNumbers(text: string): string {
  return text
    .replace(PAIR, (whole, highHex, highDecimal, lowHex, lowDecimal) => {
      const high = point(highHex, highDecimal)
      const low = point(lowHex, lowDecimal)
      const isPair = high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff
      return isPair ? String.fromCharCode(high, low) : whole
    })
    .replace(NUMERIC, (whole, hex, decimal) => (isForbidden(point(hex, decimal)) ? '' : whole))
}

/** Writes a text so that an XML parser reads exactly it. */
export const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
