import { readFileSync } from 'node:fs'
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

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
  await Promise.all([...new Set(changed.map(([path]) => dirname(path)))].map((folder) => mkdir(folder, { recursive: true })))
  try {
    await Promise.all(
      changed.map(([path, text, loose]) => (loose ? writeFile(temporaryOf(path), text) : flush(temporaryOf(path), text))),
    )
    for (const [path] of changed) await rename(temporaryOf(path), path)
  } catch (error) {
    await Promise.all(changed.map(([path]) => rm(temporaryOf(path), { force: true, recursive: true })))
    throw error
  }
  return changed.length > 0
}

/** The text of a file, or undefined where there is none. Read at once: a small file takes longer to wait for than to read. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

const temporaryOf = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)

async function flush(path: string, text: string): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}
