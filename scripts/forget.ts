import { rm } from 'node:fs/promises'
import { relative } from 'node:path'
import { type Forgotten, forget } from '../src/planet/forget.ts'
import type { Place } from '../src/planet/place.ts'
import { ProblemsError } from '../src/planet/problem.ts'
import { command } from './command.ts'
import { ownGitOf } from './git.ts'
import { memoryOf } from './pulling.ts'

const ON_BRANCH: Record<Forgotten['branch'], string> = {
  none: 'There is no branch "archive" here, so nothing had to be removed from one.',
  unchanged: 'The branch "archive" holds nothing of it.',
  rewritten: 'The branch "archive" is one single commit now: nothing of the blog is in it, and older commits are gone.',
}

await command({
  name: 'forget',
  about:
    'Forgets a blog for good: its entry in feeds.yaml, all that is kept of it in archive/, and on the branch "archive" its history too.',
  operands: 'BLOG',
  options: {},
  help: { BLOG: 'the id of the blog in feeds.yaml' },
  run: async (_values, place, [id, ...rest]) => {
    if (id === undefined || rest.length > 0) {
      throw new ProblemsError([{ file: 'forget', what: 'Say which blog.', mend: 'Write the id of one blog behind it.' }])
    }
    const today = new Date(place.now ?? Date.now()).toISOString().slice(0, 10)
    const forgotten = await forget(id, place, await ownGitOf(place), today)
    await rm(memoryOf(place), { force: true })
    console.log(told(id, forgotten, place))
    return 0
  },
})

function told(id: string, { posts, branch, files }: Forgotten, place: Place): string {
  const changed = files.map((path) => relative(place.folder, path))
  return [
    `Forgotten: ${id}, with ${posts === 1 ? 'one post' : `${posts} posts`} in archive/.`,
    ON_BRANCH[branch],
    '',
    ...(changed.length === 0
      ? []
      : [
          'Now:',
          `1. Commit ${changed.join(', ')}, and push. The site follows with the run that this starts.`,
          `2. Run "npm run forget -- ${id}" once more: a run that was under way meanwhile may have brought the blog back.`,
          '',
        ]),
    'Tell the one who leaves what remains:',
    '- The branch main remembers older versions of feeds.yaml, with the entry of the blog. If even that does harm, its history has to be',
    '  rewritten too: look for "Removing sensitive data from a repository" in the help of GitHub, and ask its support to drop cached views.',
    '- Old commits of the branch "archive" can be reached at GitHub by their exact number until it clears them away; its support does that at once.',
    '- Clones and forks that others made, and readers who follow the feeds, have copies that nobody here can reach.',
  ].join('\n')
}
