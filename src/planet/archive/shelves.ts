/** Posts on one shelf: a page of the archive that a phone still loads quickly. */
export const SHELF_SIZE = 100

/** Gives posts their place for ever. */
export type Shelves = {
  /** The shelf for a new post published at this time (ISO 8601): `2026-11/2`. */
  place(published: string): string
}

/**
 * Shelves as the kept posts fill them; `kept` gives the shelf of each, and is asked when the first new post needs a place. A month is filled in order of first keeping; a post that leaves its shelf leaves a gap,
 * so no permalink ever moves. Months are those of the planet's time zone.
 */
export function openShelves(kept: () => string[], timezone: string): Shelves {
  let filled: Map<string, Fill> | undefined
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, year: 'numeric', month: '2-digit' })
  return {
    place(published) {
      filled ??= fillOf(kept())
      const month = isNearNewMonth(published) ? format.format(new Date(published)) : published.slice(0, 7)
      const last = filled.get(month) ?? { shelf: 1, posts: 0 }
      const next = last.posts < SHELF_SIZE ? { shelf: last.shelf, posts: last.posts + 1 } : { shelf: last.shelf + 1, posts: 1 }
      filled.set(month, next)
      return `${month}/${next.shelf}`
    },
  }
}

/** Only around midnight of its first day can a month be another one elsewhere: all other dates need no calendar. */
const isNearNewMonth = (published: string): boolean => {
  const day = published.slice(8, 10)
  return day < '02' || day > '27'
}

/** The last shelf of a month, and how many posts are on it. */
type Fill = { shelf: number; posts: number }

function fillOf(shelves: string[]): Map<string, Fill> {
  const filled = new Map<string, Fill>()
  for (const shelf of shelves) {
    const [month = '', number = '1'] = shelf.split('/')
    const last = filled.get(month)
    const here = Number(number)
    if (last === undefined || here > last.shelf) filled.set(month, { shelf: here, posts: 1 })
    else if (here === last.shelf) last.posts++
  }
  return filled
}
