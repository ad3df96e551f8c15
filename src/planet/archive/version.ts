import { join } from 'node:path'
import { z } from 'zod'
import { ProblemsError } from '../problem.ts'
import { readIfThere, type Writing } from './atomic.ts'

/** The form of the archive that this Staffroom writes. It grows when an older one would lose what a newer one keeps. */
const VERSION = 1

const versionSchema = z.object({ version: z.int().positive() })

const pathOf = (folder: string): string => join(folder, 'version.json')

/** What `version.json` has to say. An archive without one was written before there were versions, in the form of the first. */
export const versionWriting = (folder: string): Writing => [pathOf(folder), `${JSON.stringify({ version: VERSION })}\n`]

/** The version of an archive; undefined where its file cannot be read. */
export function versionOf(folder: string): number | undefined {
  const text = readIfThere(pathOf(folder))
  if (text === undefined) return VERSION
  try {
    return versionSchema.parse(JSON.parse(text)).version
  } catch {
    return undefined
  }
}

/**
 * Leaves an archive alone that a newer Staffroom wrote: this one would drop the fields that it does not know.
 * @throws ProblemsError
 */
export function refuseNewer(folder: string): void {
  const version = versionOf(folder)
  if (version === undefined || version <= VERSION) return
  throw new ProblemsError([
    {
      file: 'archive/version.json',
      what: `A newer Staffroom wrote this archive (version ${version}; this one knows ${VERSION}).`,
      mend: 'Bring the program up to date. Nothing was touched.',
    },
  ])
}
