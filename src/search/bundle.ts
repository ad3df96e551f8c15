import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { IndexFile } from 'pagefind'
import type { Result } from './records.ts'

/**
 * Before a language's name: Pagefind has stems for no such language, and so one reader of 68 kB for all of them, where each
 * language with stems has one of 72 kB. Words are found by their beginnings instead, see `withoutEndings`.
 */
export const UNSTEMMED = 'x-'

/** Ready-made interfaces in Pagefind's bundle, and what speaks to its worker for them: the site has its own. */
const UNUSED = /^pagefind(?!-worker|-entry)[^/]*\.(?:js|css)$/

/** What every packed file of Pagefind's begins with. */
const SIGNATURE = 'pagefind_dcd'

/**
 * Pagefind's bundle as the site serves it. In place of a packed file for each post, with all the text that was searched, there is
 * `fragment/<name>.json` with what a result shows. It is named by the post's rank, newest first, not by a hash: such names take a
 * byte each in an index of 5,000 posts, where hashes take four, and results can be put in order of date without another list.
 * `results` are those of all posts, newest first.
 */
export function withResults(files: IndexFile[], results: Result[]): IndexFile[] {
  const version = createHash('sha256').update(JSON.stringify(results)).digest('hex')
  const ranks = new Map(results.map(({ url }, rank) => [url, rank]))
  const names = new Map<string, string>()
  const kept = files.flatMap((file): IndexFile[] => {
    if (UNUSED.test(file.path)) return []
    if (!file.path.startsWith('fragment/')) return [file]
    const rank = ranks.get(JSON.parse(unpacked(file)).url) ?? -1
    const result = results[rank]
    if (result === undefined) throw new Error(`Pagefind has a post that it was not given: ${file.path}`)
    const name = basename(file.path, '.pf_fragment')
    const ours = rankName(name, version, rank)
    names.set(name, ours)
    return [{ path: `fragment/${ours}.json`, content: Buffer.from(JSON.stringify(result)) }]
  })
  return kept.map((file) => {
    if (file.path.endsWith('.pf_meta')) return { ...file, content: renamed(file, names) }
    if (file.path === 'pagefind-entry.json') return { ...file, content: plainLanguages(file) }
    return file
  })
}

/** As long as the name it stands for, so that it can be written over it: `x-es_`, three digits of the version, the rank in base 36. */
function rankName(name: string, version: string, rank: number): string {
  const [language = '', hash = ''] = name.split('_')
  return `${language}_${version.slice(0, 3)}${rank.toString(36).padStart(hash.length - 3, '0')}`
}

/** The list of posts with their new names. It is CBOR; a text of the same length needs no other change. */
function renamed(file: IndexFile, names: Map<string, string>): Uint8Array {
  const list = unpacked(file, 'latin1').replace(/x-[a-z]+_[0-9a-f]+/g, (name) => names.get(name) ?? name)
  return gzipSync(Buffer.from(SIGNATURE + list, 'latin1'), { level: 9 })
}

/** The languages by their own names, as the page asks for them. */
const plainLanguages = ({ content }: IndexFile): Uint8Array =>
  Buffer.from(
    Buffer.from(content)
      .toString()
      .replace(/"x-([a-z]+)":/g, '"$1":'),
  )

const unpacked = ({ content }: IndexFile, encoding: BufferEncoding = 'utf8'): string =>
  gunzipSync(content).subarray(SIGNATURE.length).toString(encoding)
