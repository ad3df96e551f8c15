import { join } from 'node:path'
import { openArchive } from './archive/store.ts'
import { compose } from './compose/compose.ts'
import type { Planet } from './compose/planet.ts'
import { type PlanetSettings, readFeedsFile } from './config/feeds-file.ts'
import { readPages } from './config/pages.ts'
import { readTopics } from './config/topics.ts'
import type { Place } from './place.ts'

/** The clock a planet goes by: the one handed in, the sample planet's own, or the present. ISO 8601 UTC. */
export function clockOf(place: Place, settings: PlanetSettings): string {
  return new Date(place.now ?? settings.now ?? Date.now()).toISOString()
}

/**
 * Reads a planet from its folder, as the last pull left it, and composes it.
 * @throws ProblemsError where something that a person wrote must be mended first
 */
export async function openPlanet(place: Place): Promise<Planet> {
  const file = await readFeedsFile(place.folder)
  const [topics, pages, archive] = await Promise.all([
    readTopics(join(place.content, 'topics.yaml')),
    readPages(place.content, file.planet),
    openArchive(place.archive),
  ])
  return compose({ ...file, kept: archive.blogs, topics, pages, now: clockOf(place, file.planet) })
}
