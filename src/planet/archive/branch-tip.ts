import { ProblemsError } from '../problem.ts'
import { type Git, said } from './git.ts'

/** Where the archive lives between runs: an orphan branch of the planet's own repository, `archive/` its content. */
export const BRANCH = 'refs/heads/archive'
/** What this clone last saw of it. */
export const SEEN = 'refs/staffroom/archive'
const AUTHOR = {
  GIT_AUTHOR_NAME: 'github-actions[bot]',
  GIT_AUTHOR_EMAIL: '41898282+github-actions[bot]@users.noreply.github.com',
  GIT_COMMITTER_NAME: 'github-actions[bot]',
  GIT_COMMITTER_EMAIL: '41898282+github-actions[bot]@users.noreply.github.com',
}

/**
 * Fetches the tip of the branch; false where there is none. A runner's clone is shallow and stays so, unless the `whole` history is
 * asked for; in a whole clone the branch keeps its history.
 */
export async function see(git: Git, whole = false): Promise<boolean> {
  const asked = await git(['ls-remote', '--exit-code', 'origin', BRANCH])
  if (asked.code === 2) {
    await said(git, ['update-ref', '-d', SEEN])
    return false
  }
  const shallow = (await said(git, ['rev-parse', '--is-shallow-repository'])) === 'true'
  const depth = shallow ? [whole ? '--unshallow' : '--depth=1'] : []
  await said(git, ['fetch', '--quiet', '--no-tags', ...depth, 'origin', `+${BRANCH}:${SEEN}`])
  return true
}

/** The commit last seen of the branch. */
export async function tip(git: Git): Promise<string | undefined> {
  const { code, out } = await git(['rev-parse', '--quiet', '--verify', SEEN])
  return code === 0 ? out.trim() : undefined
}

/** A commit of a tree on top of another, or of none. */
export const commitOf = (git: Git, tree: string, parent: string | undefined, message: string): Promise<string> =>
  said(git, ['commit-tree', tree, ...(parent === undefined ? [] : ['-p', parent]), '-F', '-'], { env: AUTHOR, input: message })

/** What a remote said that did not take a push. */
export function refused(words: string): ProblemsError {
  return new ProblemsError([
    {
      file: 'archive',
      what: `The branch could not be pushed: ${words.trim()}.`,
      mend: 'The job needs "contents: write", and no rule of the repository may protect the branch "archive".',
    },
  ])
}
