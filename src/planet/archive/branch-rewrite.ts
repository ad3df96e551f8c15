import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BRANCH, commitOf, refused, SEEN, see, tip } from './branch-tip.ts'
import { pack, treeOf, unpack } from './branch-tree.ts'
import { type Git, said } from './git.ts'

/** `none`: there is no branch, or no remote to have one. */
export type Rewritten = { kind: 'none' } | { kind: 'unchanged' } | { kind: 'rewritten'; commit: string }

const MESSAGE = `Archive: begun anew

Something was removed from it for good, so its older commits are no longer here.
`

/** Whether the branch `archive` of `origin` holds anything of a blog, or ever did. */
export async function isOnBranch(git: Git, blog: string): Promise<boolean> {
  if (!(await hasRemote(git)) || !(await see(git, true))) return false
  return (await said(git, ['log', '-1', '--format=%H', SEEN, '--', `:(literal)${blog}/`])) !== ''
}

/**
 * Changes the newest content of the branch `archive` by `change` and makes of it one single commit without a history; nothing where
 * it is that already. A branch that moves meanwhile is read anew, so that no run's news is lost.
 * @throws ProblemsError where the remote does not answer or does not take it
 */
export async function rewriteBranch(git: Git, change: (folder: string) => Promise<void>): Promise<Rewritten> {
  if (!(await hasRemote(git))) return { kind: 'none' }
  for (let attempt = 1; ; attempt++) {
    const before = (await see(git)) ? await tip(git) : undefined
    if (before === undefined) return { kind: 'none' }
    const tree = await changed(git, before, change)
    if (tree === (await treeOf(git, before)) && !(await hasParent(git, before))) return { kind: 'unchanged' }
    const commit = await commitOf(git, tree, undefined, MESSAGE)
    const pushed = await git(['push', '--quiet', `--force-with-lease=${BRANCH}:${before}`, 'origin', `${commit}:${BRANCH}`])
    if (pushed.code === 0) {
      await said(git, ['update-ref', SEEN, commit])
      await forgetHere(git, commit)
      return { kind: 'rewritten', commit }
    }
    if (attempt === 4 || (await remoteTip(git)) === before) throw refused(pushed.err)
  }
}

async function hasRemote(git: Git): Promise<boolean> {
  return (await git(['remote', 'get-url', 'origin'])).code === 0
}

/** Asked of the commit itself: in a shallow clone its history seems to begin with it. */
const hasParent = async (git: Git, commit: string): Promise<boolean> =>
  /^parent /m.test(await said(git, ['cat-file', 'commit', commit]))

async function changed(git: Git, commit: string, change: (folder: string) => Promise<void>): Promise<string> {
  const scratch = await mkdtemp(join(tmpdir(), 'staffroom-rewrite-'))
  try {
    await unpack(git, commit, scratch)
    await change(scratch)
    return await pack(git, scratch)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

const remoteTip = async (git: Git): Promise<string | undefined> =>
  (await said(git, ['ls-remote', 'origin', BRANCH])).split('\t')[0]

/** A clone made by hand follows the branch too; neither that nor its log may keep the old commits. */
async function forgetHere(git: Git, commit: string): Promise<void> {
  const follower = 'refs/remotes/origin/archive'
  if ((await git(['rev-parse', '--quiet', '--verify', follower])).code !== 0) return
  await said(git, ['update-ref', follower, commit])
  await said(git, ['reflog', 'expire', '--expire=now', '--expire-unreachable=now', follower])
}
