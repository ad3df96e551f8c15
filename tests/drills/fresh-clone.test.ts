import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyProject, git } from '../publish/working-copy.ts'

const scratch = mkdtempSync(join(tmpdir(), 'staffroom-fresh-'))
const clone = join(scratch, 'clone')
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** The machine's own programs: without the packages of this project, and without what npm set for us. */
const environment = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:npm_|INIT_CWD$|NODE|VITEST|TEST$|GITHUB_)/i.test(name)),
  ),
  PATH: (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter),
}

async function npm(...args: string[]): Promise<{ code: number; printed: string }> {
  const child = spawn('npm', args, { cwd: clone, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (printed += part))
  const [code] = await once(child, 'close')
  return { code, printed }
}

let first: { code: number; printed: string }
beforeAll(async () => {
  const project = join(scratch, 'project')
  copyProject(project)
  git(project, 'add', '--all')
  git(project, 'commit', '--quiet', '-m', 'As it lies here')
  git(scratch, 'clone', '--quiet', project, clone)
  first = await npm('run', 'build')
}, 600_000)

test('npm run build, in a fresh clone and with the Node of the machine, builds the site in one go', () => {
  expect(first.code, first.printed).toBe(0)
  for (const path of [
    'index.html',
    'rss.xml',
    'atom.xml',
    'feed.json',
    'opml.xml',
    'search/index.html',
    'pagefind/pagefind-worker.js',
  ]) {
    expect(existsSync(join(clone, 'dist', path)), path).toBe(true)
  }
  expect(readFileSync(join(clone, 'dist/index.html'), 'utf8').match(/<article/g)).toHaveLength(20)
})

test('it says in a few lines what it did, and frightens nobody', () => {
  expect(first.printed).toMatch(/blogs +10: 10 read, 0 unchanged, 0 not due, 0 failed/)
  expect(first.printed).toMatch(/posts +\d+ new/)
  expect(first.printed).not.toMatch(/warn|deprecat|EBADENGINE|vulnerab|error/i)
  expect(first.printed.split('\n').length).toBeLessThan(30)
})

test('it changes no file of the project', () => {
  expect(git(clone, 'status', '--porcelain')).toBe('')
})

test('npm run check, after it, finds nothing to mend', async () => {
  const { code, printed } = await npm('run', 'check')
  expect(code, printed).toBe(0)
})

test('a second build asks for nothing, and changes neither the archive nor a page', async () => {
  // Pagefind names its languages in an order of its own, another each time.
  const files = () =>
    new Map(
      ['archive', 'dist'].flatMap((folder) =>
        readdirSync(join(clone, folder), { recursive: true, withFileTypes: true })
          .filter(
            (entry) =>
              entry.isFile() && !entry.parentPath.endsWith('pagefind') && /\.(?:ndjson|json|html|xml|css)$/.test(entry.name),
          )
          .map((entry): [string, string] => [
            join(entry.parentPath, entry.name),
            readFileSync(join(entry.parentPath, entry.name), 'utf8'),
          ]),
      ),
    )
  const before = files()
  const second = await npm('run', 'build')
  expect(second.code, second.printed).toBe(0)
  expect(second.printed).not.toContain('setup:')
  const after = files()
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
  expect([...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path)).toEqual([])
})
