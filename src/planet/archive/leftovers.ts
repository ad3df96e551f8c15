import { readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * What a run that was ended half way left in an archive: temporary files and folders, which begin with a dot and end in `.tmp`. Those
 * of runs that may be trying for the lock at this moment (`.lock.…`) are none.
 */
export function leftovers(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => {
    if (isTemporary(entry.name)) return [entry.name]
    if (!entry.isDirectory()) return []
    return entriesOf(join(folder, entry.name))
      .filter(({ name }) => isTemporary(name))
      .map(({ name }) => join(entry.name, name))
  })
}

/** Removes what dead runs left. Only for the one that holds the lock: the files of a living run look the same. */
export async function sweep(folder: string): Promise<void> {
  await Promise.all(leftovers(folder).map((path) => rm(join(folder, path), { recursive: true, force: true })))
}

const isTemporary = (name: string): boolean => name.startsWith('.') && name.endsWith('.tmp') && !name.startsWith('.lock.')

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
