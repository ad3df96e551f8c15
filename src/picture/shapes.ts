/** A shape by the distance (pixels) of any point from its edge, less than nothing inside; outside `bounds` it has no point. */
export type Shape = { distance(x: number, y: number): number; bounds: [left: number, top: number, right: number, bottom: number] }

/** A circle around a point. */
export const circle = (x: number, y: number, radius: number): Shape => ({
  distance: (px, py) => Math.hypot(px - x, py - y) - radius,
  bounds: around(x, y, radius + 1),
})

/** A rectangle with round corners around a point. */
export const box = (x: number, y: number, width: number, height: number, radius = 0): Shape => ({
  distance(px, py) {
    const dx = Math.abs(px - x) - width / 2 + radius
    const dy = Math.abs(py - y) - height / 2 + radius
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius
  },
  bounds: [x - width / 2 - 1, y - height / 2 - 1, x + width / 2 + 1, y + height / 2 + 1],
})

/** A square with its corners cut off, around a point. */
export const octagon = (x: number, y: number, radius: number): Shape => ({
  distance(px, py) {
    const [dx, dy] = [Math.abs(px - x), Math.abs(py - y)]
    return Math.max(dx - radius, dy - radius, (dx + dy) * Math.SQRT1_2 - radius * 1.08)
  },
  bounds: around(x, y, radius + 1),
})

/** A curve through points, as a round pen of this width draws it. */
export function stroke(points: [x: number, y: number][], width: number): Shape {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const margin = width / 2 + 1
  return {
    distance(px, py) {
      let nearest = Number.POSITIVE_INFINITY
      for (const [index, [x, y]] of points.entries()) {
        const [toX, toY] = points[index + 1] ?? [x, y]
        nearest = Math.min(nearest, toSegment(px - x, py - y, toX - x, toY - y))
      }
      return nearest - width / 2
    },
    bounds: [Math.min(...xs) - margin, Math.min(...ys) - margin, Math.max(...xs) + margin, Math.max(...ys) + margin],
  }
}

/** Only the outline of a shape, drawn inside its edge with this width. */
export const outline = ({ distance, bounds }: Shape, width: number): Shape => ({
  distance: (x, y) => Math.abs(distance(x, y) + width / 2) - width / 2,
  bounds,
})

/** A shape turned around a point, clockwise by degrees. */
export function turned({ distance, bounds }: Shape, degrees: number, x: number, y: number): Shape {
  const angle = (degrees * Math.PI) / 180
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  const [left, top, right, bottom] = bounds
  const reach = Math.max(
    ...[left, right].flatMap((cornerX) => [top, bottom].map((cornerY) => Math.hypot(cornerX - x, cornerY - y))),
  )
  return {
    distance: (px, py) => distance(x + (px - x) * cos + (py - y) * sin, y - (px - x) * sin + (py - y) * cos),
    bounds: around(x, y, reach),
  }
}

/** How far a point is from the segment between the origin and another point. */
function toSegment(px: number, py: number, x: number, y: number): number {
  const length = x * x + y * y
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * x + py * y) / length))
  return Math.hypot(px - along * x, py - along * y)
}

const around = (x: number, y: number, reach: number): Shape['bounds'] => [x - reach, y - reach, x + reach, y + reach]
