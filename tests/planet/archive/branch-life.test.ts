import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { restoreArchive, saveArchive } from '../../../src/planet/archive/branch.ts'
import { goBack } from '../../../src/planet/archive/branch-back.ts'
import { isOnBranch, rewriteBranch } from '../../../src/planet/archive/branch-rewrite.ts'
import { type Git, gitIn } from '../../../src/planet/archive/git.ts'

let scratch: string
let remote: string
let clone: string
let git: Git
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'staffroom-branch-life-'))
  remote = join(scratch, 'remote.git')
  clone = join(scratch, 'clone')
  run(scratch, 'init', '--quiet', '--bare', '--initial-branch=main', remote)
  run(scratch, 'clone', '--quiet', remote, clone)
  writeFileSync(join(clone, 'feeds.yaml'), 'blogs: []\n')
  run(clone, 'add', '.')
  run(clone, 'commit', '--quiet', '-m', 'First')
  run(clone, 'push', '--quiet', 'origin', 'HEAD:main')
  git = gitIn(clone)
})
afterEach(() => rmSync(scratch, { recursive: true, force: true }))

function run(folder: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=T', '-c', 'user.email=t@example.org']
  return execFileSync('git', ['-C', folder, ...identity, ...args], { encoding: 'utf8', stdio: 'pipe' }).trim()
}

/** Every file of a planet's archive with its text, `.` and all. */
const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path): [string, string] => [path.slice(folder.length + 1), readFileSync(path, 'utf8')])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

const line = (id: string): string => `${JSON.stringify({ id, title: `Title ${id}` })}\n`

/** A run of the builder: these files are new in the archive, and the branch gets them. Gives its commit. */
async function builder(files: Record<string, string>, archive = join(clone, 'archive')): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(archive, path, '..'), { recursive: true })
    writeFileSync(join(archive, path), text)
  }
  const saved = await saveArchive(git, archive)
  return saved.kind === 'saved' ? saved.commit : ''
}

const drop = (blog: string) => async (folder: string) => rmSync(join(folder, blog), { recursive: true, force: true })

describe('the branch archive, begun anew', () => {
  test('is one commit that holds the rest, and nothing here or there leads to what it held', async () => {
    await builder({ 'mates/posts.ndjson': line('secret'), 'aula/posts.ndjson': line('1') })
    await builder({ 'aula/posts.ndjson': line('1') + line('2') })
    run(clone, 'fetch', '--quiet', 'origin')
    expect((await rewriteBranch(git, drop('mates'))).kind).toBe('rewritten')
    expect(run(remote, 'rev-list', '--count', 'archive')).toBe('1')
    expect(run(remote, 'ls-tree', '-r', '--name-only', 'archive')).toBe('aula/posts.ndjson')
    expect(run(remote, 'show', 'archive:aula/posts.ndjson')).toBe((line('1') + line('2')).trim())
    for (const folder of [clone, remote]) {
      run(folder, 'gc', '--quiet', '--prune=now')
      const all = run(folder, 'cat-file', '--batch-all-objects', '--batch')
      expect(all).toContain('Title 2')
      expect(all).not.toContain('secret')
    }
  })

  test('takes the news of a run that ended at the same time', async () => {
    await builder({ 'mates/posts.ndjson': line('1'), 'aula/posts.ndjson': line('2') })
    let first = true
    const rewritten = await rewriteBranch(git, async (folder) => {
      if (first) await builder({ 'nou/posts.ndjson': line('3') })
      first = false
      await drop('mates')(folder)
    })
    expect(rewritten.kind).toBe('rewritten')
    expect(run(remote, 'ls-tree', '-r', '--name-only', 'archive').split('\n')).toEqual(['aula/posts.ndjson', 'nou/posts.ndjson'])
  })

  test('stays as it is where nothing is to be removed, and where there is none', async () => {
    expect(await rewriteBranch(git, drop('mates'))).toEqual({ kind: 'none' })
    await builder({ 'aula/posts.ndjson': line('1') })
    expect(await rewriteBranch(git, drop('mates'))).toEqual({ kind: 'unchanged' })
    run(clone, 'remote', 'remove', 'origin')
    expect(await rewriteBranch(git, drop('mates'))).toEqual({ kind: 'none' })
  })

  test('loses its history too where only that still held the blog', async () => {
    await builder({ 'mates/posts.ndjson': line('secret'), 'aula/posts.ndjson': line('1') })
    rmSync(join(clone, 'archive', 'mates'), { recursive: true })
    await builder({})
    expect(await isOnBranch(git, 'mates')).toBe(true)
    expect((await rewriteBranch(git, drop('mates'))).kind).toBe('rewritten')
    expect(run(remote, 'rev-list', '--count', 'archive')).toBe('1')
    expect(await isOnBranch(git, 'mates')).toBe(false)
  })

  test('is not begun anew where a rule protects it, and the remote is quoted', async () => {
    await builder({ 'mates/posts.ndjson': line('1') })
    writeFileSync(join(remote, 'hooks', 'pre-receive'), '#!/bin/sh\necho "this branch is protected" >&2\nexit 1\n', {
      mode: 0o755,
    })
    await expect(rewriteBranch(git, drop('mates'))).rejects.toThrow(/this branch is protected/)
  })
})

describe('going back', () => {
  test('makes archive/ and the branch what they were, in a new commit, even in a shallow clone', async () => {
    const good = await builder({ 'mates/posts.ndjson': line('1'), 'mates/http.json': '{"a":1}', 'aula/posts.ndjson': line('2') })
    const then = filesOf(join(clone, 'archive'))
    rmSync(join(clone, 'archive', 'aula'), { recursive: true })
    const bad = await builder({ 'mates/posts.ndjson': line('spam'), 'nou/posts.ndjson': line('3') })

    const other = join(scratch, 'shallow')
    run(scratch, 'clone', '--quiet', '--depth=1', `file://${remote}`, other)
    await restoreArchive(gitIn(other), join(other, 'archive'))
    const back = await goBack(gitIn(other), join(other, 'archive'), good.slice(0, 10))
    expect(back).toMatchObject({ to: good, date: expect.stringMatching(/^2\d\d\d-/) })
    expect(filesOf(join(other, 'archive'))).toEqual(then)
    expect(run(remote, 'rev-list', 'archive').split('\n')).toEqual([back.commit, bad, good])
    expect(run(remote, 'diff', '--stat', good, 'archive')).toBe('')
    expect(run(remote, 'log', '-1', '--format=%s', 'archive')).toBe(
      `Archive: back to ${good.slice(0, 10)} of ${back.date.slice(0, 10)}`,
    )
  })

  test('to where it stands lays archive/ anew and commits nothing', async () => {
    const only = await builder({ 'mates/posts.ndjson': line('1') })
    writeFileSync(join(clone, 'archive', 'mates', 'posts.ndjson'), 'broken')
    expect(await goBack(git, join(clone, 'archive'), only)).not.toHaveProperty('commit')
    expect(filesOf(join(clone, 'archive'))).toEqual({ 'mates/posts.ndjson': line('1') })
  })

  test('refuses what is no commit of the branch, and leaves archive/ alone', async () => {
    await expect(goBack(git, join(clone, 'archive'), 'HEAD')).rejects.toThrow(/There is no branch "archive" yet/)
    await builder({ 'mates/posts.ndjson': line('1') })
    for (const name of ['HEAD', 'deadbeef', 'main~7', '--all'])
      await expect(goBack(git, join(clone, 'archive'), name)).rejects.toThrow(`"${name}" is no commit of the branch "archive".`)
    expect(filesOf(join(clone, 'archive'))).toEqual({ 'mates/posts.ndjson': line('1') })
  })

  test('leaves the lock of the run that does it in its place', async () => {
    const good = await builder({ 'mates/posts.ndjson': line('1') })
    writeFileSync(join(clone, 'archive', '.lock'), '{}')
    await builder({ 'mates/posts.ndjson': line('2') })
    await goBack(git, join(clone, 'archive'), good)
    expect(filesOf(join(clone, 'archive'))).toEqual({ '.lock': '{}', 'mates/posts.ndjson': line('1') })
    expect(run(remote, 'ls-tree', '-r', '--name-only', 'archive')).toBe('mates/posts.ndjson')
  })
})
