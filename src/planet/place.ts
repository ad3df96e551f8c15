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
  /** Where `feeds.yaml` can be changed, as the builder knows it; what `feeds.yaml` says itself goes first. */
  repository?: string
  /** Loopback and private addresses may be asked (tests). */
  allowPrivate: boolean
}

/** Lays out a planet's folders. `planet` is relative to `from`, the folder the command was called in. */
export function placeOf(
  root: string,
  options: { planet?: string; now?: string; allowPrivate?: boolean; repository?: string; from?: string } = {},
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
    ...(options.repository === undefined ? {} : { repository: options.repository }),
    allowPrivate: options.allowPrivate ?? false,
  }
}

/** The repository that GitHub's builder works for, from its environment; undefined elsewhere. */
export function repositoryFrom({ GITHUB_SERVER_URL, GITHUB_REPOSITORY }: Record<string, string | undefined>): string | undefined {
  return GITHUB_SERVER_URL && GITHUB_REPOSITORY ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` : undefined
}
