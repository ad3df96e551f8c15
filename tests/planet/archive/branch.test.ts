import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { restoreArchive, saveArchive } from '../../../src/planet/archive/branch.ts'
import { gitIn } from '../../../src/planet/archive/git.ts'

const scratch = mkdtempSync(join(tmpdir(), 'staffroom-branch-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const post = (id: string, title = 'A title') => JSON.stringify({ id, blog: 'b', title })

/** A clone of a bare repository with one commit on main, as a runner has it: shallow, and without the branch `archive`. */
function runner(remote: string, name: string) {
  const folder = join(scratch, name)
  execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${remote}`, folder])
  const archive = join(folder, 'archive')
  const git = gitIn(folder)
  return {
    folder,
    restore: () => restoreArchive(git, archive),
    save: () => saveArchive(git, archive),
    write(files: Record<string, string[]>) {
      for (const [path, lines] of Object.entries(files)) {
        mkdirSync(dirname(join(archive, path)), { recursive: true })
        writeFileSync(join(archive, path), lines.map((line) => `${line}\n`).join(''))
      }
    },
    remove: (path: string) => rmSync(join(archive, path), { recursive: true }),
    blogs: () => readdirSync(archive).sort(),
    read: (path: string) => readFileSync(join(archive, path), 'utf8'),
  }
}

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).trim()
}

let remote = ''
let number = 0
const fresh = () => runner(remote, `clone-${++number}`)

beforeEach(() => {
  remote = join(scratch, `remote-${++number}.git`)
  const first = join(scratch, `first-${number}`)
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', remote])
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', first])
  writeFileSync(join(first, '.gitignore'), '/archive/\n')
  git(first, 'add', '.')
  git(first, '-c', 'user.name=T', '-c', 'user.email=t@example.org', 'commit', '--quiet', '-m', 'First')
  git(first, 'push', '--quiet', remote, 'main')
})

describe('the branch archive', () => {
  test('is nothing on the first run, and made by the first save as an orphan', async () => {
    const run = fresh()
    expect(await run.restore()).toEqual({ kind: 'none' })
    run.write({ 'mates/posts.ndjson': [post('1'), post('2')], 'mates/http.json': ['{}'] })
    expect(await run.save()).toMatchObject({ kind: 'saved', merged: false })
    expect(git(remote, 'log', '--format=%s', 'archive')).toBe('Archive: 2 new posts (1 blog)')
    expect(git(remote, 'ls-tree', '-r', '--name-only', 'archive').split('\n')).toEqual(['mates/http.json', 'mates/posts.ndjson'])
  })

  test('comes back whole in another clone', async () => {
    const one = fresh()
    await one.restore()
    one.write({ 'mates/posts.ndjson': [post('1', 'Núria — «Ура!»')] })
    await one.save()
    const two = fresh()
    expect((await two.restore()).kind).toBe('restored')
    expect(two.read('mates/posts.ndjson')).toBe(one.read('mates/posts.ndjson'))
  })

  test('gets one commit a run, and none when nothing changed', async () => {
    const one = fresh()
    await one.restore()
    one.write({ 'mates/posts.ndjson': [post('1')] })
    await one.save()
    expect(await one.save()).toEqual({ kind: 'unchanged' })
    const two = fresh()
    await two.restore()
    expect(await two.save()).toEqual({ kind: 'unchanged' })
    two.write({ 'mates/posts.ndjson': [post('1', 'Mended'), post('2')], 'aula/posts.ndjson': [post('3')] })
    await two.save()
    expect(git(remote, 'log', '--format=%s', 'archive').split('\n')).toEqual([
      'Archive: 2 new posts, 1 changed (2 blogs)',
      'Archive: 1 new post (1 blog)',
    ])
    expect(git(remote, 'log', '-1', '--format=%b', 'archive').split('\n')).toEqual(['aula: 1 new', 'mates: 1 new, 1 changed'])
  })

  test('is not made by an empty archive', async () => {
    const run = fresh()
    await run.restore()
    expect(await run.save()).toEqual({ kind: 'unchanged' })
    expect(git(remote, 'branch', '--list', 'archive')).toBe('')
  })

  test('takes the news of two runs that overlapped', async () => {
    const start = fresh()
    await start.restore()
    start.write({ 'mates/posts.ndjson': [post('1')], 'aula/posts.ndjson': [post('2')] })
    await start.save()
    const [slow, quick] = [fresh(), fresh()]
    await slow.restore()
    await quick.restore()
    quick.write({ 'aula/posts.ndjson': [post('2'), post('4')] })
    await quick.save()
    slow.write({ 'mates/posts.ndjson': [post('1'), post('3')], 'nou/posts.ndjson': [post('5')] })
    expect(await slow.save()).toMatchObject({ kind: 'saved', merged: true })
    expect(slow.blogs()).toEqual(['aula', 'mates', 'nou'])
    expect(slow.read('aula/posts.ndjson')).toContain('"4"')
    expect(slow.read('mates/posts.ndjson')).toContain('"3"')
    const after = fresh()
    await after.restore()
    expect(after.read('aula/posts.ndjson')).toBe(slow.read('aula/posts.ndjson'))
    expect(git(remote, 'rev-list', '--count', 'archive')).toBe('3')
  })

  test('never brings back what was removed from it while a run was under way', async () => {
    const start = fresh()
    await start.restore()
    start.write({ 'mates/posts.ndjson': [post('1')], 'aula/posts.ndjson': [post('2')] })
    await start.save()
    const slow = fresh()
    await slow.restore()
    // Somebody forgets a blog and rewrites the branch to one commit, as removal asks.
    const forgetting = fresh()
    await forgetting.restore()
    forgetting.remove('mates')
    const tree = await forgetting.save()
    const commit = git(
      forgetting.folder,
      '-c',
      'user.name=T',
      '-c',
      'user.email=t@example.org',
      'commit-tree',
      '-m',
      'Forget',
      `${tree.kind === 'saved' ? tree.commit : ''}^{tree}`,
    )
    git(forgetting.folder, 'push', '--quiet', '--force', 'origin', `${commit}:refs/heads/archive`)
    slow.write({ 'mates/posts.ndjson': [post('1'), post('3')], 'aula/posts.ndjson': [post('2'), post('4')] })
    expect(await slow.save()).toMatchObject({ kind: 'saved', merged: true })
    expect(slow.blogs()).toEqual(['aula'])
    expect(git(remote, 'log', '--format=%s', 'archive').split('\n')).toEqual(['Archive: 1 new post (1 blog)', 'Forget'])
  })

  test('is not laid over an archive that is there', async () => {
    const run = fresh()
    run.write({ 'mates/posts.ndjson': [post('1')] })
    await expect(run.restore()).rejects.toThrow(/holds an archive already/)
  })

  test('says what the remote said when it may not be written', async () => {
    const run = fresh()
    await run.restore()
    run.write({ 'mates/posts.ndjson': [post('1')] })
    writeFileSync(join(remote, 'hooks', 'pre-receive'), '#!/bin/sh\necho "this branch is protected" >&2\nexit 1\n', {
      mode: 0o755,
    })
    await expect(run.save()).rejects.toThrow(/this branch is protected/)
  })

  test('says so when the remote does not answer', async () => {
    const run = fresh()
    rmSync(remote, { recursive: true })
    await expect(run.restore()).rejects.toThrow(/did not succeed/)
  })

  test('keeps its history in a whole clone', async () => {
    const one = fresh()
    await one.restore()
    for (const number of ['1', '2']) {
      one.write({ 'mates/posts.ndjson': [post(number)] })
      await one.save()
    }
    const whole = join(scratch, `whole-${++number}`)
    execFileSync('git', ['clone', '--quiet', `file://${remote}`, whole])
    await restoreArchive(gitIn(whole), join(whole, 'archive'))
    expect(git(whole, 'rev-list', '--count', 'refs/staffroom/archive')).toBe('2')
  })

  test('leaves the clone itself as it was', async () => {
    const run = fresh()
    await run.restore()
    run.write({ 'mates/posts.ndjson': [post('1')] })
    await run.save()
    expect(git(run.folder, 'status', '--porcelain')).toBe('')
    expect(git(run.folder, 'branch', '--list')).toBe('* main')
  })
})
