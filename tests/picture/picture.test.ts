import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { canvasOf, paint } from '../../src/picture/canvas.ts'
import { accentHue, PICTURE, planetPicture } from '../../src/picture/planet-picture.ts'
import { pngOf } from '../../src/picture/png.ts'
import { box, circle, octagon, outline, stroke, turned } from '../../src/picture/shapes.ts'

type Decoded = { width: number; height: number; at(x: number, y: number): number[] }

/** Reads a PNG with a palette and unfiltered lines, and checks the sums of its chunks. */
function decode(png: Buffer): Decoded {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const named = png.subarray(at + 4, at + 8 + length)
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(named))
    chunks.set(named.subarray(0, 4).toString('latin1'), named.subarray(4))
    at += 12 + length
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND'])
  const [header, palette, data] = ['IHDR', 'PLTE', 'IDAT'].map((name) => chunks.get(name) ?? Buffer.alloc(0))
  if (header === undefined || palette === undefined || data === undefined) throw new Error('never')
  expect([...header.subarray(8)]).toEqual([8, 3, 0, 0, 0])
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const lines = inflateSync(data)
  expect(lines).toHaveLength((width + 1) * height)
  const at = (x: number, y: number): number[] => {
    const index = lines[y * (width + 1) + 1 + x] ?? 0
    return [...palette.subarray(index * 3, index * 3 + 3)]
  }
  return { width, height, at }
}

const WHITE: [number, number, number] = [1, 1, 1]
const BLACK: [number, number, number] = [0, 0, 0]

describe('a canvas', () => {
  /** What a shape covers of a small picture, in ink on paper. */
  const drawn = (...shapes: Parameters<typeof paint>[1][]) => {
    const canvas = canvasOf(40, 30, WHITE)
    for (const shape of shapes) paint(canvas, shape, BLACK)
    const { at } = decode(pngOf(canvas))
    return (x: number, y: number) => at(x, y)[0]
  }

  it('shows shapes where they are, and nothing beside them', () => {
    const at = drawn(circle(10, 10, 5), box(30, 20, 8, 6))
    expect([at(10, 10), at(6, 10), at(4, 10), at(14, 14)]).toEqual([0, 0, 255, 255])
    expect([at(26, 17), at(33, 22), at(25, 20), at(30, 16)]).toEqual([0, 0, 255, 255])
  })

  it('draws outlines, lines and cut corners', () => {
    const ring = drawn(outline(circle(15, 15, 10), 3))
    expect([ring(15, 15), ring(6, 15), ring(15, 24)]).toEqual([255, 0, 0])
    const line = drawn(stroke([[5, 5], [20, 5], [20, 20]], 4)) // biome-ignore format: a path
    expect([line(10, 5), line(19, 15), line(10, 12)]).toEqual([0, 0, 255])
    const stop = drawn(octagon(15, 15, 10))
    expect([stop(15, 6), stop(6, 15), stop(6, 6), stop(24, 24)]).toEqual([0, 0, 255, 255])
  })

  it('turns a shape around a point, clockwise', () => {
    const at = drawn(turned(box(10, 15, 10, 2), 90, 20, 15))
    expect([at(20, 5), at(10, 15)]).toEqual([0, 255])
  })

  it('softens edges, and cuts off what lies outside', () => {
    const at = drawn(circle(0, 0, 8.5), circle(39.5, 29.5, 30))
    expect(at(0, 0)).toBe(0)
    const grey = [at(8, 0), at(6, 6), at(5, 6)].filter((value) => value !== 0 && value !== 255)
    expect(grey.length).toBeGreaterThan(0)
  })

  it('refuses more colours than a palette holds', () => {
    const canvas = canvasOf(20, 20, WHITE)
    for (const [at] of canvas.pixels.entries()) canvas.pixels[at] = (at * 7) % 251
    expect(() => pngOf(canvas)).toThrow(/colours/)
  })
})

describe('the picture of a planet', () => {
  it('has the size that is promised, and is light', () => {
    const png = pngOf(planetPicture([12, 200, 301, 88, 140, 260], 165))
    const { width, height } = decode(png)
    expect([width, height]).toEqual([PICTURE.width, PICTURE.height])
    expect(png.length).toBeLessThanOrEqual(20_000)
  })

  it('is drawn in any colours that a fork or its blogs may have', () => {
    for (let hue = 0; hue < 360; hue += 40) {
      const hues = Array.from({ length: 6 }, (_, index) => (hue + index * 61) % 360)
      expect(pngOf(planetPicture(hues, hue)).length).toBeLessThanOrEqual(20_000)
    }
    expect(pngOf(planetPicture([], 165)).length).toBeLessThanOrEqual(20_000)
  })

  it('changes with the accent and with the blogs, and with nothing else', () => {
    const png = (hues: number[], accent: number) => pngOf(planetPicture(hues, accent)).toString('base64')
    expect(png([1, 100], 165)).toBe(png([1, 100], 165))
    expect(png([1, 100], 165)).not.toBe(png([1, 100], 20))
    expect(png([1, 100], 165)).not.toBe(png([1, 200], 165))
  })

  it('takes its accent from the tokens of the planet', async () => {
    expect(accentHue(':root {\n  --hue: 20.5;\n}')).toBe(20.5)
    expect(accentHue(await readFile(join(import.meta.dirname, '../../src/styles/tokens.css'), 'utf8'))).toBeGreaterThanOrEqual(0)
    expect(() => accentHue('body {}')).toThrow(/--hue/)
  })
})
