import { crc32, deflateSync } from 'node:zlib'
import type { Canvas } from './canvas.ts'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** What a palette can hold. */
const MOST_COLOURS = 256

/**
 * Writes a picture as a PNG (RFC 2083) with a palette. Lines are not filtered: of flat colours that is the smallest.
 * @throws Error where the picture has more than 256 colours
 */
export function pngOf({ width, height, pixels }: Canvas): Buffer {
  const palette = new Map<number, number>()
  const lines = Buffer.alloc((width + 1) * height)
  for (let at = 0; at < width * height; at++) {
    const colour = ((pixels[at * 3] ?? 0) << 16) | ((pixels[at * 3 + 1] ?? 0) << 8) | (pixels[at * 3 + 2] ?? 0)
    const index = palette.get(colour) ?? palette.size
    palette.set(colour, index)
    // Each line begins with the number of its filter, which is none.
    lines[at + Math.floor(at / width) + 1] = index
  }
  if (palette.size > MOST_COLOURS) throw new Error(`A picture of ${palette.size} colours has no palette.`)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from([...palette.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
