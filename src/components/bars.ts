/** How far apart bars stand, in units of the drawing; a stroke is three of them wide. */
const STEP = 4

/** A row of bars as an SVG draws it: its viewBox, and one path with a stroke for each value. */
export type Bars = { viewBox: string; path: string }

/**
 * Draws a bar for each value, from the left; `most` is the value that reaches the top. What is not nothing can be seen: it is one unit
 * high at least. `height` in units of the drawing.
 */
export function barsOf(values: number[], { most = Math.max(...values), height = 24 } = {}): Bars {
  const strokes = values.map((value, index) => {
    if (value === 0) return ''
    return `M${index * STEP + STEP / 2} ${height}v-${Math.max(1, Math.round((value / most) * height))}`
  })
  return { viewBox: `0 0 ${values.length * STEP} ${height}`, path: strokes.join('') }
}
