import { dev } from 'astro'
import { openArchive } from '../src/planet/archive/store.ts'
import { readFeedsFile } from '../src/planet/config/feeds-file.ts'
import { clockOf } from '../src/planet/open.ts'
import { command, portOf } from './command.ts'
import { handToAstro } from './hand-over.ts'
import { pullPlanet, pullSummary } from './pulling.ts'

await command({
  name: 'start',
  about: 'Pulls the feeds and serves the site while you work on it; pages follow your changes. Search needs `npm run build`.',
  options: { 'no-fetch': { type: 'boolean', default: false }, port: { type: 'string', default: '4321' } },
  help: { '--no-fetch': 'show what archive/ holds, asking nobody', '--port N': 'the port to listen on (4321)' },
  async run({ 'no-fetch': noFetch, port }, place) {
    const file = await readFeedsFile(place.folder)
    if (!noFetch) console.log(pullSummary(await pullPlanet(file, openArchive(place.archive), place, {})))
    handToAstro(place, clockOf(place, file.planet))
    await dev({ root: place.root, server: { port: portOf(port) } })
    return await new Promise<number>((resolve) => process.once('SIGINT', () => resolve(0)))
  },
})
