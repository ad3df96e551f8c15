import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ProblemsError } from '../problem.ts'
import { type Change, changesBetween, messageOf } from './branch-message.ts'
import { type Git, said } from './git.ts'

/** Where the archive lives between runs: an orphan branch of the planet's own repository, `archive/` its content. */
const BRANCH = 'refs/heads/archive'
/** What this clone last saw of it. */
const SEEN = 'refs/staffroom/archive'
const AUTHOR = {
  GIT_AUTHOR_NAME: 'github-actions[bot]',
  GIT_AUTHOR_EMAIL: '41898282+github-actions[bot]@users.noreply.github.com',
  GIT_COMMITTER_NAME: 'github-actions[bot]',
  GIT_COMMITTER_EMAIL: '41898282+github-actions[bot]@users.noreply.github.com',
}

export type Restored = { kind: 'none' } | { kind: 'restored'; commit: string }
export type Saved = { kind: 'unchanged' } | { kind: 'saved'; commit: string; change: Change; merged: boolean }

/**
 * Lays the branch `archive` of `origin` into `folder`, which must be missing or empty. No branch is no error: the first run.
 * @throws ProblemsError when the folder holds something, or the remote does not answer.
 */
export async function restoreArchive(git: Git, folder: string): Promise<Restored> {
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0) {
    throw new ProblemsError([
      {
        file: folder,
        what: 'This folder holds an archive already.',
        mend: 'Move it away or remove it first; what the branch holds comes back by itself.',
      },
    ])
  }
  if (!(await see(git))) return { kind: 'none' }
  await unpack(git, SEEN, folder)
  return { kind: 'restored', commit: await said(git, ['rev-parse', SEEN]) }
}

/**
 * Commits `folder` to the branch `archive` of `origin`, on top of what was restored; no commit when nothing changed.
 * Where the branch moved meanwhile, a blog that both sides changed stays as the branch has it (its news come with the next
 * run), so that what somebody removed from the branch never comes back; `folder` then becomes what was saved.
 */
export async function saveArchive(git: Git, folder: string): Promise<Saved> {
  const base = await tip(git)
  const ours = await pack(git, folder)
  let parent = base
  let tree = ours
  for (let attempt = 1; ; attempt++) {
    if (tree === (await treeOf(git, parent))) {
      if (parent !== base) await unpack(git, tree, folder)
      return { kind: 'unchanged' }
    }
    const change = await changesBetween(git, await treeOf(git, parent), tree)
    const onto = parent === undefined ? [] : ['-p', parent]
    const commit = await said(git, ['commit-tree', tree, ...onto, '-F', '-'], { env: AUTHOR, input: messageOf(change) })
    const pushed = await git(['push', '--quiet', 'origin', `${commit}:${BRANCH}`])
    if (pushed.code === 0) {
      await said(git, ['update-ref', SEEN, commit])
      if (parent !== base) await unpack(git, tree, folder)
      return { kind: 'saved', commit, change, merged: parent !== base }
    }
    const moved = (await see(git)) ? await tip(git) : undefined
    if (moved === parent || attempt === 4) throw refused(pushed.err)
    parent = moved
    tree = await merge(git, { base: await treeOf(git, base), ours, theirs: await treeOf(git, parent) })
  }
}

/** Fetches the tip of the branch; false where there is none. */
async function see(git: Git): Promise<boolean> {
  const asked = await git(['ls-remote', '--exit-code', 'origin', BRANCH])
  if (asked.code === 2) {
    await said(git, ['update-ref', '-d', SEEN])
    return false
  }
  // A runner's clone is shallow and stays so; in a whole clone the branch keeps its history.
  const shallow = (await said(git, ['rev-parse', '--is-shallow-repository'])) === 'true'
  await said(git, ['fetch', '--quiet', '--no-tags', ...(shallow ? ['--depth=1'] : []), 'origin', `+${BRANCH}:${SEEN}`])
  return true
}

async function tip(git: Git): Promise<string | undefined> {
  const { code, out } = await git(['rev-parse', '--quiet', '--verify', SEEN])
  return code === 0 ? out.trim() : undefined
}

async function treeOf(git: Git, commit: string | undefined): Promise<string> {
  return commit === undefined ? said(git, ['mktree']) : said(git, ['rev-parse', `${commit}^{tree}`])
}

/** The folder as a tree in git's store, through an index of its own: the clone's index and files stay as they are. */
async function pack(git: Git, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  return withIndex(async (env) => {
    const inFolder = { env: { ...env, GIT_DIR: await said(git, ['rev-parse', '--absolute-git-dir']), GIT_WORK_TREE: folder } }
    await said(git, ['add', '--all', '--force', folder], inFolder)
    return said(git, ['write-tree'], inFolder)
  })
}

/** A tree or commit as the content of the folder, and nothing else. */
async function unpack(git: Git, tree: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await withIndex(async (env) => {
    await said(git, ['read-tree', tree], { env })
    await said(git, ['checkout-index', '--all', `--prefix=${folder}/`], { env })
  })
}

/** Theirs, with those blogs (top folders) as ours has them that only we changed since `base`. */
async function merge(git: Git, trees: { base: string; ours: string; theirs: string }): Promise<string> {
  const [we, they] = await Promise.all([changedBlogs(git, trees.base, trees.ours), changedBlogs(git, trees.base, trees.theirs)])
  const top = async (tree: string) =>
    new Map((await said(git, ['ls-tree', '-z', tree])).split('\0').map((line) => [line.slice(line.indexOf('\t') + 1), line]))
  const [ours, merged] = await Promise.all([top(trees.ours), top(trees.theirs)])
  for (const blog of we) {
    if (they.has(blog)) continue
    const mine = ours.get(blog)
    if (mine === undefined) merged.delete(blog)
    else merged.set(blog, mine)
  }
  return said(git, ['mktree', '-z'], {
    input: [...merged.values()]
      .filter(Boolean)
      .map((line) => `${line}\0`)
      .join(''),
  })
}

async function changedBlogs(git: Git, from: string, to: string): Promise<Set<string>> {
  const names = await said(git, ['diff-tree', '--name-only', '-z', from, to])
  return new Set(names.split('\0').filter(Boolean))
}

async function withIndex<T>(work: (env: Record<string, string>) => Promise<T>): Promise<T> {
  const scratch = await mkdtemp(join(tmpdir(), 'staffroom-index-'))
  try {
    return await work({ GIT_INDEX_FILE: join(scratch, 'index') })
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

function refused(words: string): ProblemsError {
  return new ProblemsError([
    {
      file: 'archive',
      what: `The branch could not be pushed: ${words.trim()}.`,
      mend: 'The job needs "contents: write", and no rule of the repository may protect the branch "archive".',
    },
  ])
}
