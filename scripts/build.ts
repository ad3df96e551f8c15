import { rm } from 'node:fs/promises'
import { type AstroIntegration, build } from 'astro'
import { type Damage, openArchive } from '../src/planet/archive/store.ts'
import { readFeedsFile } from '../src/planet/config/feeds-file.ts'
import { readNotices } from '../src/planet/config/notices.ts'
import { openPlanet } from '../src/planet/open.ts'
import type { Place } from '../src/planet/place.ts'
import { type Problem, problemLine } from '../src/planet/problem.ts'
import { writeSearchIndex } from '../src/search/index.ts'
import { moderationProblems } from './checking/content.ts'
import { command } from './command.ts'
import { handToAstro } from './hand-over.ts'
import { tellJob } from './job-summary.ts'
import { damageLines, pullPlanet, pullSummary } from './pulling.ts'

await command({
  name: 'build',
  about: 'Pulls the feeds and builds the site, its feeds and its search index into dist/.',
  options: { 'no-fetch': { type: 'boolean', default: false } },
  help: { '--no-fetch': 'build from what archive/ holds, asking nobody' },
  async run({ 'no-fetch': noFetch }, place) {
    const lines = noFetch ? [] : [await fetchFirst(place)]
    const site = await buildSite(place)
    lines.push(
      ...damageLines(site.damage),
      ...site.warnings.map((problem) => `mend    ${problemLine(problem)}`),
      `pages   ${site.pages}`,
      `search  ${site.records} ${site.records === 1 ? 'post' : 'posts'} in ${site.languages} ${site.languages === 1 ? 'language' : 'languages'}`,
      `site    ${place.dist} in ${site.seconds.toFixed(1)} s`,
    )
    console.log(`\n${lines.join('\n')}`)
    await tellJob('Planet built', lines.join('\n'))
    return 0
  },
})

async function fetchFirst(place: Place): Promise<string> {
  const file = await readFeedsFile(place.folder)
  return pullSummary({ ...(await pullPlanet(file, openArchive(place.archive), place, {})), damage: [] })
}

async function buildSite(
  place: Place,
): Promise<{ damage: Damage[]; warnings: Problem[]; pages: number; records: number; languages: number; seconds: number }> {
  const started = performance.now()
  const archive = openArchive(place.archive)
  const planet = await openPlanet(place, archive)
  if (planet.posts.length > 0 && planet.front.length === 0)
    throw new Error('The home page would be empty although there are posts: nothing is published.')
  handToAstro(place, planet.now)
  await rm(place.dist, { recursive: true, force: true })
  const pages = await renderPages(place)
  const search = await writeSearchIndex(planet, place.dist)
  return {
    damage: archive.damage,
    warnings: [...moderationProblems(await readFeedsFile(place.folder), place), ...(await readNotices(place.content)).problems],
    pages,
    records: search.records,
    languages: search.languages,
    seconds: (performance.now() - started) / 1000,
  }
}

/** Lets Astro write the pages and feeds; gives how many pages it wrote. */
async function renderPages(place: Place): Promise<number> {
  let pages = 0
  const counter: AstroIntegration = {
    name: 'count-pages',
    hooks: {
      'astro:build:done': (done) => {
        pages = done.pages.length
      },
    },
  }
  await build({ root: place.root, outDir: place.dist, logLevel: 'warn', integrations: [counter] })
  return pages
}
