import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atomOf } from '../../src/feeds/atom.ts'
import { jsonOf } from '../../src/feeds/json.ts'
import { opmlOf } from '../../src/feeds/opml.ts'
import { rssOf } from '../../src/feeds/rss.ts'
import { type FeedScope, feedScopes } from '../../src/feeds/scope.ts'
import { loadDictionaries } from '../../src/i18n/index.ts'
import { openInterface } from '../../src/i18n/interface.ts'
import { openArchive } from '../../src/planet/archive/store.ts'
import { readFeedsFile } from '../../src/planet/config/feeds-file.ts'
import { clockOf, openPlanet } from '../../src/planet/open.ts'
import { readFeed } from '../../src/planet/parse/read.ts'
import { placeOf } from '../../src/planet/place.ts'
import { pull } from '../../src/planet/pull.ts'

const root = join(import.meta.dirname, '..', '..')

/** The feeds of the planet that ships, written to a folder of their own as they lie on the site. */
export type Written = { folder: string; scopes: FeedScope[] }

/** Pulls the sample planet into a temporary archive and writes all its feeds, without building the site. */
export async function writeFeeds(): Promise<Written> {
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-feeds-'))
  const place = { ...placeOf(root), archive: join(folder, 'archive') }
  const file = await readFeedsFile(place.folder)
  await pull(file, {
    archive: openArchive(place.archive),
    fetcher: { fetch: () => Promise.reject(new Error('the sample planet asks nobody')) },
    reader: { read: readFeed },
    content: place.content,
    now: clockOf(place, file.planet),
  })
  const planet = await openPlanet(place)
  const { settings, now } = planet
  const dictionaries = await loadDictionaries(join(root, 'src', 'i18n'))
  const speak = openInterface(dictionaries, settings.languages[0] ?? 'en', settings.timezone, now)
  const scopes = feedScopes(planet, speak, 'https://planet.example/')
  for (const scope of scopes) {
    const home = join(folder, scope.path)
    await mkdir(home, { recursive: true })
    await writeFile(join(home, 'rss.xml'), await rssOf(scope))
    await writeFile(join(home, 'atom.xml'), atomOf(scope))
    await writeFile(join(home, 'feed.json'), jsonOf(scope))
    await writeFile(join(home, 'opml.xml'), opmlOf(scope))
  }
  return { folder, scopes }
}
