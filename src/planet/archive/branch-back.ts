import { ProblemsError } from '../problem.ts'
import { changesBetween, messageOf } from './branch-message.ts'
import { BRANCH, commitOf, refused, SEEN, see, tip } from './branch-tip.ts'
import { treeOf, unpack } from './branch-tree.ts'
import { type Git, said } from './git.ts'

/** `commit` is the new one; undefined where the branch says already what it said then. */
export type WentBack = { to: string; date: string; commit?: string }

/**
 * Takes the branch `archive` of `origin` back to what one of its earlier commits held, as a new commit on top, and lays that into
 * `folder`. What came since stays in the history of the branch.
 * @throws ProblemsError where there is no branch, or `name` is no commit of it
 */
export async function goBack(git: Git, folder: string, name: string): Promise<WentBack> {
  const newest = (await see(git, true)) ? await tip(git) : undefined
  if (newest === undefined)
    throw problem('There is no branch "archive" yet.', 'The first "npm run archive-branch -- save" makes it.')
  const to = await commitOnBranch(git, name, newest)
  const date = await said(git, ['log', '-1', '--format=%cI', to])
  const [now, then] = [await treeOf(git, newest), await treeOf(git, to)]
  if (now === then) {
    await unpack(git, then, folder)
    return { to, date }
  }
  const what = messageOf(await changesBetween(git, now, then))
  const commit = await commitOf(git, then, newest, `Archive: back to ${to.slice(0, 10)} of ${date.slice(0, 10)}\n\n${what}`)
  const pushed = await git(['push', '--quiet', 'origin', `${commit}:${BRANCH}`])
  if (pushed.code !== 0) throw refused(pushed.err)
  await said(git, ['update-ref', SEEN, commit])
  await unpack(git, then, folder)
  return { to, date, commit }
}

async function commitOnBranch(git: Git, name: string, newest: string): Promise<string> {
  const { code, out } = await git(['rev-parse', '--quiet', '--verify', '--end-of-options', `${name}^{commit}`])
  const commit = out.trim()
  if (code === 0 && (await git(['merge-base', '--is-ancestor', commit, newest])).code === 0) return commit
  throw problem(
    `"${name}" is no commit of the branch "archive".`,
    `"git log ${SEEN}" lists them: take the sign in front, whole or its first ten letters.`,
  )
}

const problem = (what: string, mend: string): ProblemsError => new ProblemsError([{ file: 'restore', what, mend }])
