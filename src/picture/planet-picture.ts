import { type Canvas, canvasOf, paint } from './canvas.ts'
import { type Rgb, rgbOf } from './colour.ts'
import { box, circle, octagon, outline, type Shape, stroke, turned } from './shapes.ts'

/** The size that pages which show a link expect of its picture. */
export const PICTURE = { width: 1200, height: 630 } as const

/** What a page of the planet looks like, from afar; the colours are those of tokens.css by day. */
const PAPER = rgbOf('#faf7f2')
const CARD = rgbOf('#fffdf8')
const EDGE = rgbOf('#e2dacd')
const TITLE = rgbOf('#655e56')
const TEXT = rgbOf('#d5ccbe')
const COLUMNS = 3
const ROWS = 2

/**
 * Draws what stands for the planet where its address is shared: a noticeboard with a note for each of six blogs, with their stamps. No
 * letters, because fonts differ from builder to builder; nobody's pictures. `accent` is the hue of tokens.css, `hues` those of the blogs.
 */
export function planetPicture(hues: number[], accent: number): Canvas {
  const canvas = canvasOf(PICTURE.width, PICTURE.height, PAPER)
  const green = rgbOf(`oklch(0.44 0.075 ${accent})`)
  const shown = hues.length > 0 ? hues : [accent]
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const index = row * COLUMNS + column
      drawNote(canvas, 216 + column * 384, 166 + row * 254, shown[index % shown.length] ?? accent, index, green)
    }
  }
  paint(canvas, underline(100, 590, 1000), green)
  return canvas
}

/** A note with a stamp, a title, some lines and a pin, around a point. */
function drawNote(canvas: Canvas, x: number, y: number, hue: number, index: number, pin: Rgb): void {
  const tilt = [-1.5, 1, -0.75, 1.25, -1, 0.75][index] ?? 0
  const on = (shape: Shape, colour: Rgb): void => paint(canvas, turned(shape, tilt, x, y), colour)
  on(box(x, y, 330, 216, 3), EDGE)
  on(box(x, y, 327, 213, 2), CARD)
  const ink = rgbOf(`oklch(0.46 0.11 ${(Math.round(hue / 15) % 24) * 15})`)
  const [left, top] = [x - 104, y - 28]
  const form = [circle(left, top, 34), box(left, top, 64, 64, 11), octagon(left, top, 32)][hue % 3] ?? circle(left, top, 34)
  on(turned(outline(form, 5), (hue % 17) - 8, left, top), ink)
  on(box(left, top - 7, 28, 6, 3), ink)
  on(box(left, top + 7, 20, 6, 3), ink)
  const long = [168, 150, 176, 158, 172, 146][index] ?? 160
  on(bar(x - 46, y - 44, long, 14), TITLE)
  on(bar(x - 46, y - 16, long * 0.62, 14), TITLE)
  for (const [line, width] of [262, 276, 190].entries()) on(bar(x - 138, y + 34 + line * 24, width, 8), TEXT)
  on(circle(x, y - 104, 9), pin)
}

/** A line of text from afar: it begins at `x`. */
const bar = (x: number, y: number, width: number, height: number): Shape => box(x + width / 2, y, width, height, height / 2)

/** The stroke of ink under the planet's name, `width` long from a point. */
function underline(x: number, y: number, width: number): Shape {
  const points = Array.from({ length: 41 }, (_, index): [number, number] => {
    const along = index / 40
    return [x + along * width, y - 9 * Math.sin(along * Math.PI * 1.6)]
  })
  return stroke(points, 9)
}

/** The accent's hue as tokens.css says it, in degrees; a fork changes it there and nowhere else. */
export function accentHue(tokens: string): number {
  const hue = /--hue:\s*([\d.]+)/.exec(tokens)?.[1]
  if (hue === undefined) throw new Error('tokens.css names no --hue.')
  return Number(hue)
}
