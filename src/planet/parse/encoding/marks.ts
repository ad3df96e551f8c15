/** What the first bytes say by themselves: a byte order mark, or the zero bytes of a wide encoding around the first `<`. */
export type Mark = { encoding: string; skip: number }

const MARKS: [string, number[]][] = [
  // UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

const LT = 0x3c
const BRACE = 0x7b

/** Finds a byte order mark, or an encoding wide enough to show by its zero bytes. `skip` is the length of the mark. */
export function findMark(bytes: Uint8Array): Mark | undefined {
  for (const [encoding, mark] of MARKS) {
    if (mark.every((byte, at) => bytes[at] === byte)) return { encoding, skip: mark.length }
  }
  return findWide(bytes)
}

/** Feeds saved from Windows editors as "Unicode" lose their mark when a script puts something before them. */
function findWide(bytes: Uint8Array): Mark | undefined {
  const limit = Math.min(bytes.length - 3, 512)
  for (let at = 0; at < limit; at++) {
    const byte = bytes[at]
    if (byte !== LT && byte !== BRACE) continue
    const near = [bytes[at - 3], bytes[at - 2], bytes[at - 1], byte, bytes[at + 1], bytes[at + 2], bytes[at + 3]]
    const zero = near.map((value) => value === 0)
    if (zero[4] && zero[5] && zero[6] && at % 4 === 0) return { encoding: 'utf-32le', skip: 0 }
    if (zero[0] && zero[1] && zero[2] && at % 4 === 3) return { encoding: 'utf-32be', skip: 0 }
    if (zero[4] && !zero[5] && at % 2 === 0) return { encoding: 'utf-16le', skip: 0 }
    if (zero[2] && !zero[1] && at % 2 === 1) return { encoding: 'utf-16be', skip: 0 }
    return undefined
  }
  return undefined
}
