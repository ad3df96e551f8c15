/** Keys (see `tagKey`) of words for topics: by topic id, with a space between two. */
export type Drawer = Record<string, string>

export const DRAWERS = 64

/** Fewer letters are the beginning of too much. */
const PREFIX = 4

/** The drawer a key lies in: its first two letters decide, so that all that begins like it lies there too. */
export function drawerOf(key: string): number {
  const [first = '', second = ''] = key
  return ((first.codePointAt(0) ?? 0) * 7 + (second.codePointAt(0) ?? 0)) % DRAWERS
}

/** Ids of the topics a key names; else of the one topic with words that begin with it, where it is but one. */
export function topicsIn(drawer: Drawer, key: string): string[] {
  const idsWhere = (fits: (word: string) => boolean): string[] =>
    Object.keys(drawer).filter((id) => drawer[id]?.split(' ').some(fits))
  const named = idsWhere((word) => word === key)
  if (named.length > 0 || key.length < PREFIX) return named
  const begun = idsWhere((word) => word.startsWith(key))
  return begun.length === 1 ? begun : []
}
