import type { Rgb } from './colour.ts'
import type { Shape } from './shapes.ts'

/** A picture: three bytes for each pixel, line by line from the top. */
export type Canvas = { width: number; height: number; pixels: Uint8Array }

/** A picture of one colour. */
export function canvasOf(width: number, height: number, ground: Rgb): Canvas {
  const canvas = { width, height, pixels: new Uint8Array(width * height * 3) }
  const bytes = bytesOf(ground)
  for (let at = 0; at < canvas.pixels.length; at += 3) canvas.pixels.set(bytes, at)
  return canvas
}

/** In how many steps an edge goes from one colour to the other: more cannot be seen, and weigh more. */
const STEPS = 4

/** Paints a shape over what is there. Along its edge, pixels take as much of the colour as the shape covers of them. */
export function paint({ width, height, pixels }: Canvas, { distance, bounds }: Shape, colour: Rgb): void {
  const bytes = bytesOf(colour)
  const [left, top, right, bottom] = bounds
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, Math.ceil(bottom)); y++) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, Math.ceil(right)); x++) {
      const covered = Math.round(Math.min(1, Math.max(0, 0.5 - distance(x + 0.5, y + 0.5))) * STEPS) / STEPS
      if (covered === 0) continue
      const at = (y * width + x) * 3
      for (let channel = 0; channel < 3; channel++) {
        const under = pixels[at + channel] ?? 0
        pixels[at + channel] = Math.round(under + ((bytes[channel] ?? 0) - under) * covered)
      }
    }
  }
}

const bytesOf = (colour: Rgb): number[] => colour.map((value) => Math.round(value * 255))
