import { openArchive } from '../src/planet/archive/store.ts'
import { readFeedsFile } from '../src/planet/config/feeds-file.ts'
import { command } from './command.ts'
import { tellJob } from './job-summary.ts'
import { pullPlanet, pullSummary } from './pulling.ts'

await command({
  name: 'fetch',
  about: 'Asks the member blogs for their feeds and keeps what is new in archive/.',
  options: {
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  },
  help: {
    '--only BLOG': 'only the blog with this id, at once, whatever its timers say',
    '--dry-run': 'ask and read, but write nothing',
    '--json': 'one JSON object with the outcome of every blog, instead of the summary',
  },
  async run({ only, json, 'dry-run': dryRun }, place) {
    const file = await readFeedsFile(place.folder)
    const archive = openArchive(place.archive)
    const pulled = await pullPlanet(file, archive, place, {
      ...(only === undefined ? {} : { only }),
      dryRun: dryRun ?? false,
      quiet: json ?? false,
    })
    await tellJob('Feeds read', pullSummary(pulled))
    console.log(json ? JSON.stringify(pulled, null, 2) : pullSummary(pulled))
    // Asked by hand for one blog, a program wants to know how it went; in a run of all, one bad feed is no failure.
    return only !== undefined && pulled.outcomes.some(({ kind }) => kind === 'failed') ? 1 : 0
  },
})
