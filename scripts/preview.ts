import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { preview } from 'astro'
import { ProblemsError } from '../src/planet/problem.ts'
import { command, portOf } from './command.ts'

await command({
  name: 'preview',
  about: 'Serves dist/ as it will be published.',
  options: { port: { type: 'string', default: '4321' } },
  help: { '--port N': 'the port to listen on (4321)' },
  async run({ port }, place) {
    if (!existsSync(join(place.dist, 'index.html'))) {
      throw new ProblemsError([{ file: 'dist/', what: 'There is no site yet.', mend: 'Build it first: npm run build.' }])
    }
    process.env.ASTRO_TELEMETRY_DISABLED = '1'
    const server = await preview({ root: place.root, outDir: place.dist, server: { port: portOf(port) } })
    console.log(`dist/ is at http://localhost:${server.port}${process.env.BASE_PATH ?? '/'}`)
    await server.closed()
    return 0
  },
})
