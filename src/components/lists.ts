/** Posts on one page of a list. */
export const LIST_SIZE = 20

/** One page of a list. `number` counts from 1. */
export type ListPage<T> = { items: T[]; number: number; last: number }

/** Cuts a list into pages; an empty list is one empty page. */
export function pagesOf<T>(items: T[], size = LIST_SIZE): ListPage<T>[] {
  const last = Math.max(1, Math.ceil(items.length / size))
  return Array.from({ length: last }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    number: index + 1,
    last,
  }))
}

/** Groups in the order in which their keys first come. */
export function groupsOf<T, K>(items: Iterable<T>, key: (item: T) => K): { key: K; items: T[] }[] {
  return [...Map.groupBy(items, key)].map(([found, own]) => ({ key: found, items: own }))
}
