import { closeSync, existsSync, fsync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** A file's path and its whole new text; `loose` where a file lost in a power cut does no harm, so that nothing waits for the disk. */
export type Writing = [path: string, text: string, loose?: 'loose']

/**
 * Writes files of one folder so that after a crash at any moment each says the old thing or the new, never a part, and no file is
 * new before the ones named ahead of it: temporary files beside them, flushed to the disk, then renamed in the order given.
 * Leaves files alone that say the same already. Tells whether it wrote any.
 * @throws the system's error (full disk, no permission); what was not renamed yet stands as it was
 */
export async function writeAtomic(...writings: Writing[]): Promise<boolean> {
  const changed = writings.filter(([path, text]) => readIfThere(path) !== text)
  for (const folder of new Set(changed.map(([path]) => dirname(path)))) mkdirSync(folder, { recursive: true })
  try {
    await Promise.all(changed.map(([path, text, loose]) => write(temporaryOf(path), text, loose === undefined)))
    for (const [path] of changed) renameSync(temporaryOf(path), path)
  } catch (error) {
    for (const [path] of changed) rmSync(temporaryOf(path), { force: true, recursive: true })
    throw error
  }
  return changed.length > 0
}

/** The text of a file, or undefined where there is none. Read at once: a small file takes longer to wait for than to read. */
export function readIfThere(path: string): string | undefined {
  // An error costs ten times the look that avoids it, and most of what is asked for is not there.
  if (!existsSync(path)) return undefined
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

const temporaryOf = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)

/** Only the disk is waited for: all else about a small file is done sooner than it can be handed to another thread. */
async function write(path: string, text: string, durable: boolean): Promise<void> {
  const file = openSync(path, 'w')
  try {
    writeFileSync(file, text)
    if (durable) await flush(file)
  } finally {
    closeSync(file)
  }
}

const flush = promisify(fsync)
