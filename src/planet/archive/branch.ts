import { mkdir, readdir } from 'node:fs/promises'
import { ProblemsError } from '../problem.ts'
import { type Change, changesBetween, messageOf } from './branch-message.ts'
import { BRANCH, commitOf, refused, SEEN, see, tip } from './branch-tip.ts'
import { merge, pack, treeOf, unpack } from './branch-tree.ts'
import { type Git, said } from './git.ts'

export type Restored = { kind: 'none' } | { kind: 'restored'; commit: string }
export type Saved = { kind: 'unchanged' } | { kind: 'saved'; commit: string; change: Change; merged: boolean }

/**
 * Lays the branch `archive` of `origin` into `folder`, which must be missing or empty. No branch is no error: the first run.
 * @throws ProblemsError when the folder holds something, or the remote does not answer.
 */
export async function restoreArchive(git: Git, folder: string): Promise<Restored> {
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).some((name) => !name.startsWith('.'))) {
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
    const commit = await commitOf(git, tree, parent, messageOf(change))
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
