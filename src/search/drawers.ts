/** Keys (see `tagKey`) of words for topics: by topic id, with a space between two. */
export type Drawer = Record<string, string>

export const DRAWERS = 64

/** Fewer letters say too little to offer the topics that begin with them. */
const PREFIX = 4
const OFFERED = 3

/** The drawer a key lies in: its first two letters decide, so that all that begins like it lies there too. */
export function drawerOf(key: string): number {
  const [first = '', second = ''] = key
  return ((first.codePointAt(0) ?? 0) * 7 + (second.codePointAt(0) ?? 0)) % DRAWERS
}

/** The topics a key names, else those whose words begin with it: ids, three at most. */
export function topicsIn(drawer: Drawer, key: string): string[] {
  const keys = Object.entries(drawer).map(([id, words]): [string, string[]] => [id, words.split(' ')])
  const ids = (fits: (word: string) => boolean): string[] => keys.flatMap(([id, words]) => (words.some(fits) ? [id] : []))
  const named = ids((word) => word === key)
  const found = named.length > 0 || key.length < PREFIX ? named : ids((word) => word.startsWith(key))
  return found.slice(0, OFFERED)
}
