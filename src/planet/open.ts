import { join } from 'node:path'
import type { KeptBlog } from './archive/post.ts'
import { type Archive, openArchive } from './archive/store.ts'
import { compose } from './compose/compose.ts'
import type { Planet } from './compose/planet.ts'
import { type PlanetSettings, readFeedsFile } from './config/feeds-file.ts'
import { readForgotten, withoutForgotten } from './config/forgotten.ts'
import { readModeration } from './config/moderation.ts'
import { readNotices } from './config/notices.ts'
import { readPages } from './config/pages.ts'
import { readTopics } from './config/topics.ts'
import type { Place } from './place.ts'

/** The clock a planet goes by: the one handed in, the sample planet's own, or the present. ISO 8601 UTC. */
export function clockOf(place: Place, settings: PlanetSettings): string {
  return new Date(place.now ?? settings.now ?? Date.now()).toISOString()
}

/**
 * Reads a planet from its folder, as the last pull left it, and composes it. Afterwards `archive.damage` tells what could not be read.
 * @throws ProblemsError where something that a person wrote must be mended first
 */
export async function openPlanet(place: Place, archive: Archive = openArchive(place.archive)): Promise<Planet> {
  const { planet, blogs: written } = await readFeedsFile(place.folder)
  const blogs = withoutForgotten(written, readForgotten(place.content).tombstones)
  const repository = planet.repository ?? place.repository
  const settings: PlanetSettings = repository === undefined ? planet : { ...planet, repository }
  const [topics, pages, { notices }] = await Promise.all([
    readTopics(join(place.content, 'topics.yaml')),
    readPages(place.content, settings),
    readNotices(place.content),
  ])
  const kept = new Map(blogs.map(({ id }) => [id, keptOf(archive, id)]))
  const moderation = readModeration(join(place.content, 'moderation.yaml'))
  return compose({ planet: settings, blogs, kept, topics, pages, notices, moderation, now: clockOf(place, settings) })
}

function keptOf(archive: Archive, blog: string): KeptBlog {
  const state = archive.readState(blog)
  return {
    posts: archive.readPosts(blog),
    ...(state === undefined ? {} : { state }),
    ...(state?.state === 'held' ? { waiting: archive.readHeld(blog).length } : {}),
  }
}
