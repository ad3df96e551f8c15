import { existsSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'

/** Where a planet lives on disk, which clock it goes by and whom it may call. Handed in from the command line, never guessed. */
export type Place = {
  /** The folder of Staffroom itself. */
  root: string
  /** The planet's folder, with `feeds.yaml`. */
  folder: string
  /** The planet's `content/`; Staffroom's own where the planet has none. */
  content: string
  archive: string
  dist: string
  /** `--now`, ISO 8601 UTC; undefined: the sample planet's own clock, or the present. */
  now?: string
  /** Loopback and private addresses may be asked (tests). */
  allowPrivate: boolean
}

/** Lays out a planet's folders. `planet` is relative to `from`, the folder the command was called in. */
export function placeOf(
  root: string,
  options: { planet?: string; now?: string; allowPrivate?: boolean; from?: string } = {},
): Place {
  const folder =
    options.planet === undefined
      ? root
      : isAbsolute(options.planet)
        ? options.planet
        : resolve(options.from ?? root, options.planet)
  const own = join(folder, 'content')
  return {
    root,
    folder,
    content: existsSync(own) ? own : join(root, 'content'),
    archive: join(folder, 'archive'),
    dist: join(folder, 'dist'),
    ...(options.now === undefined ? {} : { now: options.now }),
    allowPrivate: options.allowPrivate ?? false,
  }
}
