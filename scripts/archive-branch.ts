import { restoreArchive, saveArchive } from '../src/planet/archive/branch.ts'
import { messageOf } from '../src/planet/archive/branch-message.ts'
import { withLock } from '../src/planet/archive/lock.ts'
import { ProblemsError } from '../src/planet/problem.ts'
import { command } from './command.ts'
import { gitOf } from './git.ts'

await command({
  name: 'archive-branch',
  about: 'Keeps the archive on the branch "archive" of the remote "origin", between the runs of the builder.',
  operands: 'restore|save',
  options: {},
  help: {
    restore: 'lay the branch into archive/ (nothing where there is no branch yet)',
    save: 'commit archive/ to the branch and push it, when something changed',
  },
  run: async (_values, place, [verb, ...rest]) => {
    const git = gitOf(place)
    if (verb === 'restore' && rest.length === 0) {
      const restored = await withLock(place.archive, () => restoreArchive(git, place.archive))
      console.log(
        restored.kind === 'none' ? 'There is no branch "archive" yet: this is the first run.' : `Restored ${restored.commit}.`,
      )
      return 0
    }
    if (verb === 'save' && rest.length === 0) {
      const saved = await withLock(place.archive, () => saveArchive(git, place.archive))
      if (saved.kind === 'unchanged') console.log('Nothing changed: no commit.')
      else
        console.log(`Saved ${saved.commit}${saved.merged ? ' (the branch had moved)' : ''}.\n${messageOf(saved.change).trim()}`)
      return 0
    }
    throw new ProblemsError([{ file: 'archive-branch', what: 'Say what to do.', mend: 'Write "restore" or "save" behind it.' }])
  },
})
