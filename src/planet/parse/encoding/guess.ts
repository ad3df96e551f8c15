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
/** So much of what is above ASCII must stand in runs, or the text is Western. */
const MOSTLY = 0.4

/**
 * Guesses the encoding of bytes that declare none and are no UTF-8, by the letters that come out. Old Russian feeds
 * (windows-1251, koi8-r) and Chinese ones (gb18030) are the common case. Western ones have single letters above ASCII among
 * many of it: windows-1252.
 */
export function guess(bytes: Uint8Array): string {
  const { runs, high } = longRuns(bytes.subarray(0, SAMPLE))
  let best = 'windows-1252'
  if (runs.length < high * MOSTLY) return best
  let most = ENOUGH
  for (const [encoding, common] of CANDIDATES) {
    const share = shareOf(new TextDecoder(encoding).decode(runs), common)
    if (share > most) [best, most] = [encoding, share]
  }
  return best
}

/**
 * The runs of three and more bytes above ASCII, which Western words do not have (`ção` is the longest), with the byte after
 * each, which may be half of a letter in Shift_JIS; and how many bytes above ASCII there are in all.
 */
function longRuns(bytes: Uint8Array): { runs: Uint8Array; high: number } {
  const runs: number[] = []
  let high = 0
  let start = -1
  for (let at = 0; at <= bytes.length; at++) {
    if ((bytes[at] ?? 0) >= 0x80) {
      high++
      if (start === -1) start = at
    } else if (start !== -1) {
      if (at - start >= 3) runs.push(...bytes.subarray(start, at + 1))
      start = -1
    }
  }
  return { runs: Uint8Array.from(runs), high }
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
