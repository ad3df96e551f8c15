/** The characters that windows-1252 has where Latin-1 has controls, and the byte of each. */
const BYTES = new Map<number, number>()
for (let byte = 0x80; byte < 0xa0; byte++) {
  const character = new TextDecoder('windows-1252').decode(Uint8Array.of(byte)).charCodeAt(0)
  BYTES.set(character, byte)
}

/** How a letter of two bytes begins when UTF-8 was taken for Latin-1: `Ã©`, `Ð¤`, or for windows-1252: `â€™`. */
const SIGN = /[\xc2-\xf4][\x80-\xbf\u0152-\u2122]/
const STRICT = new TextDecoder('utf-8', { fatal: true })

/**
 * Heals a text whose UTF-8 was taken for Latin-1 or windows-1252 and encoded again, as when a database changed hands: `Ã©`
 * becomes `é`. Only where every letter of the text fits; one that does not proves that the text means what it says.
 */
export function unmangle(text: string): string {
  if (!SIGN.test(text)) return text
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const byte = code < 0x100 ? code : BYTES.get(code)
    if (byte === undefined) return text
    bytes[at] = byte
  }
  try {
    const healed = STRICT.decode(bytes)
    return isChance(healed) ? text : healed
  } catch (error) {
    // No UTF-8, so the text was never mangled.
    if (error instanceof TypeError) return text
    throw error
  }
}

/**
 * `é`, a hard blank and `…` happen to be the bytes of one Chinese letter: one or two letters of a far script prove nothing.
 */
function isChance(healed: string): boolean {
  const high = healed.match(/[^\p{ASCII}]/gu) ?? []
  return high.length < 3 && high.every((letter) => letter >= '\u0800' && !/[\u2000-\u2122]/.test(letter))
}
