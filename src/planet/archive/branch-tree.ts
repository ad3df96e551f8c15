import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { type Git, said } from './git.ts'

/** The tree of a commit; the empty one for none. */
export async function treeOf(git: Git, commit: string | undefined): Promise<string> {
  return commit === undefined ? said(git, ['mktree']) : said(git, ['rev-parse', `${commit}^{tree}`])
}

/**
 * The folder as a tree in git's store, through an index of its own: the clone's index and files stay as they are. What begins with
 * a dot belongs to a run, not to the archive.
 */
export async function pack(git: Git, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  return withIndex(async (env) => {
    const inFolder = { env: { ...env, GIT_DIR: await said(git, ['rev-parse', '--absolute-git-dir']), GIT_WORK_TREE: folder } }
    await said(git, ['-C', folder, 'add', '--all', '--force', '.', ':(exclude,glob)**/.*'], inFolder)
    return said(git, ['write-tree'], inFolder)
  })
}

/**
 * A tree or commit as the content of the folder, and nothing else. File by file over what is there, and what has to go goes last:
 * at no moment is a blog missing that was there and stays.
 */
export async function unpack(git: Git, tree: string, folder: string): Promise<void> {
  const fresh = join(folder, `.unpacked.${process.pid}.tmp`)
  await mkdir(fresh, { recursive: true })
  try {
    await withIndex(async (env) => {
      await said(git, ['read-tree', tree], { env })
      await said(git, ['checkout-index', '--all', `--prefix=${fresh}/`], { env })
    })
    const files = new Set(await filesIn(fresh))
    for (const folderOf of new Set([...files].map((file) => dirname(join(folder, file)))))
      await mkdir(folderOf, { recursive: true })
    for (const file of files) await rename(join(fresh, file), join(folder, file))
    for (const file of await filesIn(folder)) if (!files.has(file)) await rm(join(folder, file))
    const blogs = new Set([...files].map((file) => file.split('/')[0]))
    for (const entry of await readdir(folder)) {
      if (!entry.startsWith('.') && !blogs.has(entry)) await rm(join(folder, entry), { recursive: true })
    }
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

/** Theirs, with those blogs (top folders) as ours has them that only we changed since `base`. */
export async function merge(git: Git, trees: { base: string; ours: string; theirs: string }): Promise<string> {
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

/** The archive's own files, as paths with `/`. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
}

async function withIndex<T>(work: (env: Record<string, string>) => Promise<T>): Promise<T> {
  const scratch = await mkdtemp(join(tmpdir(), 'staffroom-index-'))
  try {
    return await work({ GIT_INDEX_FILE: join(scratch, 'index') })
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
