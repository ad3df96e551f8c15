/** Red, green and blue, each from 0 to 1, with the sRGB transfer curve. */
export type Rgb = [number, number, number]

/** Reads `#rrggbb` or `oklch(L C H)`; what lies outside sRGB is cut off, as a browser of today paints it. */
export function rgbOf(css: string): Rgb {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(css)
  if (hex) return [channel(hex[1]), channel(hex[2]), channel(hex[3])]
  const oklch = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(css)
  if (oklch) return fromOklch(Number(oklch[1]), Number(oklch[2]), Number(oklch[3]))
  throw new Error(`${css} is neither #rrggbb nor oklch(L C H)`)
}

const channel = (digits = '0'): number => Number.parseInt(digits, 16) / 255

/** CSS Color 4, §18: OKLCh to OKLab to linear sRGB. */
function fromOklch(light: number, chroma: number, hue: number): Rgb {
  const angle = (hue * Math.PI) / 180
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)]
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encode(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

function encode(linear: number): number {
  const value = Math.min(1, Math.max(0, linear))
  return value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055
}
