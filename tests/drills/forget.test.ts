import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openArchive } from '../../src/planet/archive/store.ts'
import { git, root } from '../publish/working-copy.ts'
import { run } from '../scripts/run.ts'

const scratch = mkdtempSync(join(tmpdir(), 'staffroom-forgotten-'))
const planet = join(scratch, 'planet')
const remote = join(scratch, 'remote.git')
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

// A blog of which no other speaks in its own words: those are theirs, and stay.
const GONE = 'cuaderno-de-campo'
/** The name, the address and the author of the blog, and the titles of its posts. */
let secrets: string[]

async function npm(name: string, ...args: string[]): Promise<string> {
  const { code, out, err } = await run(name, ['--planet', planet, ...args])
  expect(code, out + err).toBe(0)
  return out
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** The files in which one of the secrets stands, as text or packed as the search packs them. */
const tellTales = (folder: string): string[] =>
  filesOf(folder).filter((path) => {
    const bytes = readFileSync(path)
    const text = /\.pf_\w+$|\.pagefind$/.test(path)
      ? execFileSync('gzip', ['-dc'], { input: bytes, maxBuffer: 2 ** 28 }).toString('utf8')
      : bytes.toString('utf8')
    return secrets.some((secret) => text.includes(secret) || path.includes(secret))
  })

beforeAll(async () => {
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', remote])
  execFileSync('git', ['clone', '--quiet', remote, planet], { stdio: 'pipe' })
  cpSync(join(root, 'feeds.yaml'), join(planet, 'feeds.yaml'))
  cpSync(join(root, 'content'), join(planet, 'content'), { recursive: true })
  await npm('build')
  await npm('archive-branch', 'save')
  secrets = ['Cuaderno de campo', 'cuaderno-de-campo.example.org', 'Profe Alcaraván']
  secrets.push(
    ...openArchive(join(planet, 'archive'))
      .readPosts(GONE)
      .map(({ title }) => title),
  )
})

test('a forgotten blog is in no file of the next build, and in no object of the branch', async () => {
  expect(secrets.length).toBeGreaterThan(5)
  expect(tellTales(join(planet, 'dist')).length, 'it was there before').toBeGreaterThan(10)
  expect(tellTales(join(planet, 'dist')).some((path) => path.includes('pagefind'))).toBe(true)
  expect(await npm('forget', GONE)).toContain('one single commit now')
  await npm('build')
  expect(tellTales(join(planet, 'dist'))).toEqual([])
  // Two other samples link to it in their feeds, which are read anew in this very build: the links are not kept again.
  expect(tellTales(join(planet, 'archive'))).toEqual([])
  for (const folder of [planet, remote]) {
    git(folder, 'gc', '--quiet', '--prune=now')
    const objects = git(folder, 'cat-file', '--batch-all-objects', '--batch')
    expect(objects).toContain('corridor-seven')
    expect(secrets.filter((secret) => objects.includes(secret))).toEqual([])
  }
})
