import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { indexOf, ipOf, listen } from './loopback.ts'
import { type Entry, writePlanetFolder } from './planet-folder.ts'

/** Where the corpus of real feeds lies, on machines that have it: it is other people's writing, and no part of the project. */
export const corpusFolder = (): string => process.env.STAFFROOM_CORPUS ?? join(import.meta.dirname, '../../../shared/corpus')

export type CorpusWeb = {
  port: number
  /** The files in the order of their addresses, and the entry of `feeds.yaml` for each. */
  files: string[]
  entries: Entry[]
  writeFolder(folder: string): Promise<void>
  close(): Promise<void>
}

/**
 * Serves the files of a folder over HTTP on loopback, each as the feed of a blog with an address of its own. Titles and
 * languages come from `manifest.tsv` beside the folder, where it has them.
 */
export async function startCorpusWeb({ corpus = corpusFolder(), part = 'real', port = 0 } = {}): Promise<CorpusWeb> {
  const files = (await readdir(join(corpus, part))).sort()
  const facts = await readManifest(join(corpus, 'manifest.tsv'))
  const taken = new Set<string>()

  const web = await listen(async (request, response) => {
    const file = files[indexOf(request.headers.host)]
    if (file === undefined || request.url !== `/${encodeURIComponent(file)}`) return response.writeHead(404).end()
    const body = await readFile(join(corpus, part, file))
    const type = extname(file) === '.json' ? 'application/json' : 'application/xml'
    return response.writeHead(200, { 'content-type': type, 'content-length': body.length }).end(body)
  }, port)

  const entries = files.map((file, index): Entry => {
    const { title, lang } = facts.get(`${part}/${file}`) ?? { title: '', lang: '' }
    const site = `http://${ipOf(index)}:${web.port}/`
    return {
      id: freeId(file, taken),
      title: title || file,
      site,
      feed: `${site}${encodeURIComponent(file)}`,
      language: isLanguage(lang) ? lang : 'en',
    }
  })
  return {
    port: web.port,
    files,
    entries,
    writeFolder: (folder) => writePlanetFolder(folder, 'Corpus planet', entries),
    close: web.close,
  }
}

async function readManifest(path: string): Promise<Map<string, { title: string; lang: string }>> {
  const [head = '', ...rows] = (await readFile(path, 'utf8')).split('\n')
  const columns = head.split('\t')
  return new Map(
    rows.map((row) => {
      const cells = row.split('\t')
      const cell = (name: string): string => cells[columns.indexOf(name)]?.trim() ?? ''
      return [cell('file'), { title: cell('title'), lang: cell('lang') }]
    }),
  )
}

/** An id that `feeds.yaml` allows, from a file's name. */
function freeId(file: string, taken: Set<string>): string {
  const stem = file
    .toLowerCase()
    .replace(/\.\w+$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 34)
    .replace(/-+$/, '')
  const base = stem.length < 2 ? `b-${stem || 'x'}` : stem
  let id = base
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`
  taken.add(id)
  return id
}

function isLanguage(tag: string): boolean {
  return /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/.test(tag)
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      part: { type: 'string', default: 'real' },
      port: { type: 'string', default: '9200' },
      folder: { type: 'string' },
    },
  })
  const web = await startCorpusWeb({ part: values.part, port: Number(values.port) })
  if (values.folder !== undefined) await web.writeFolder(values.folder)
  console.log(`${web.files.length} feeds at ${web.entries[0]?.feed} and on`)
}
