/** A value in which what may be undefined may instead be missing. */
export type Compact<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** Leaves out the properties that are undefined. */
export function compact<T extends object>(value: T): Compact<T> {
  const kept: Record<string, unknown> = {}
  for (const name in value) if (value[name] !== undefined) kept[name] = value[name]
  return kept as Compact<T>
}
