/** The commonest letters of a script in an encoding of the time before UTF-8: in the wrong encoding others come out. */
const CANDIDATES: [string, Set<string>][] = [
  ['windows-1251', new Set('оеаинтсрвлкмдпуія')],
  ['koi8-r', new Set('оеаинтсрвлкмдпу')],
  ['windows-1253', new Set('αοιετσνηυρπκμλάέόίή')],
  ['windows-1255', new Set('יוהלארתבמשנדחקעם')],
  ['windows-1256', new Set('اليمنوترةبعدسفهكح')],
  ['euc-jp', new Set('のいるにたはをとがでてなしかれすっまあこんイスルトンーアク、。')],
  ['shift_jis', new Set('のいるにたはをとがでてなしかれすっまあこんイスルトンーアク、。')],
  ['gb18030', new Set('的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年学教师，。的')],
  ['big5', new Set('的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年學教師，。')],
  ['euc-kr', new Set('이다는에의을가고하를은지로한기도사나인자어서')],
]

const SAMPLE = 65_536
/** So much of the text must be common letters of the script. In texts of the script they are a half and more. */
const ENOUGH = 0.25

/**
 * Guesses the encoding of bytes that declare none and are no UTF-8, by the letters that come out. Old Russian feeds (windows-1251, koi8-r) and Chinese ones
 * (gb18030) are the common case. Western ones have single letters above ASCII among many of it: windows-1252.
 */
export function guess(bytes: Uint8Array): string {
  const sample = highOf(bytes.subarray(0, SAMPLE))
  let best = 'windows-1252'
  let most = ENOUGH
  if (sample.length === 0) return best
  for (const [encoding, common] of CANDIDATES) {
    const share = shareOf(new TextDecoder(encoding).decode(sample), common)
    if (share > most) [best, most] = [encoding, share]
  }
  return best
}

/** The runs of at least two bytes above ASCII, with what follows each (the second byte of Shift_JIS may look like ASCII). */
function highOf(bytes: Uint8Array): Uint8Array {
  const kept: number[] = []
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    const isHigh = byte >= 0x80
    const wasHigh = (bytes[at - 1] ?? 0) >= 0x80
    if ((isHigh && (wasHigh || (bytes[at + 1] ?? 0) >= 0x80)) || (!isHigh && wasHigh && (bytes[at - 2] ?? 0) >= 0x80))
      kept.push(byte)
  }
  return Uint8Array.from(kept)
}

function shareOf(text: string, common: Set<string>): number {
  let high = 0
  let known = 0
  for (const character of text) {
    if (character < '\x80') continue
    high++
    if (common.has(character)) known++
  }
  return high < 4 ? 0 : known / high
}
