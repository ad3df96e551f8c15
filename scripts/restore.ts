import { goBack } from '../src/planet/archive/branch-back.ts'
import { withLock } from '../src/planet/archive/lock.ts'
import { ProblemsError } from '../src/planet/problem.ts'
import { command } from './command.ts'
import { gitOf } from './git.ts'

await command({
  name: 'restore',
  about: 'Takes archive/ and the branch "archive" back to an earlier commit of that branch, as a new commit. Nothing is erased.',
  operands: 'COMMIT',
  options: {},
  help: { COMMIT: 'one that "git log refs/staffroom/archive" or the page of the branch lists' },
  run: async (_values, place, [name, ...rest]) => {
    if (name === undefined || rest.length > 0) {
      throw new ProblemsError([{ file: 'restore', what: 'Say which commit.', mend: 'Write one commit of the branch behind it.' }])
    }
    const { to, date, commit } = await withLock(place.archive, () => goBack(gitOf(place), place.archive, name))
    console.log(
      commit === undefined
        ? `The branch says already what ${to} said; archive/ does so again.`
        : `archive/ and the branch are as they were on ${date} (${to}); the branch says so in a new commit, ${commit}.`,
    )
    console.log('The next run reads anew what the blogs wrote since. To see the site now: npm run build -- --no-fetch')
    return 0
  },
})
