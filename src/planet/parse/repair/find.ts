/**
 * Looks for one string in a text again and again. What it has seen it does not read twice: a million openings without a close
 * cost one search, not a million.
 */
export function finder(text: string, needle: string): (from: number) => number {
  // No needle begins in [start, found); found is -1 where none follows at all.
  let start = 0
  let found = text.indexOf(needle)
  return (from) => {
    if (from < start) {
      const near = text.slice(from, start + needle.length - 1).indexOf(needle)
      if (near !== -1) found = from + near
      start = from
    } else if (found !== -1 && found < from) {
      found = text.indexOf(needle, from)
      start = from
    }
    return found
  }
}
