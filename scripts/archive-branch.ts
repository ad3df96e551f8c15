import { restoreArchive, saveArchive } from '../src/planet/archive/branch.ts'
import { messageOf } from '../src/planet/archive/branch-message.ts'
import { gitIn } from '../src/planet/archive/git.ts'
import { ProblemsError } from '../src/planet/problem.ts'
import { command } from './command.ts'

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
    const { GITHUB_TOKEN: token, GITHUB_SERVER_URL: server = 'https://github.com' } = process.env
    const git = gitIn(place.folder, token ? { server, token } : undefined)
    if (verb === 'restore' && rest.length === 0) {
      const restored = await restoreArchive(git, place.archive)
      console.log(
        restored.kind === 'none' ? 'There is no branch "archive" yet: this is the first run.' : `Restored ${restored.commit}.`,
      )
      return 0
    }
    if (verb === 'save' && rest.length === 0) {
      const saved = await saveArchive(git, place.archive)
      if (saved.kind === 'unchanged') console.log('Nothing changed: no commit.')
      else
        console.log(`Saved ${saved.commit}${saved.merged ? ' (the branch had moved)' : ''}.\n${messageOf(saved.change).trim()}`)
      return 0
    }
    throw new ProblemsError([{ file: 'archive-branch', what: 'Say what to do.', mend: 'Write "restore" or "save" behind it.' }])
  },
})
