import { join, resolve } from 'node:path'
import { recordOf } from '../src/feeds/record.ts'
import { loadDictionaries } from '../src/i18n/index.ts'
import { openInterface } from '../src/i18n/interface.ts'
import { writeAtomic } from '../src/planet/archive/atomic.ts'
import { openArchive } from '../src/planet/archive/store.ts'
import { readFeedsFile } from '../src/planet/config/feeds-file.ts'
import { readTopics } from '../src/planet/config/topics.ts'
import { clockOf } from '../src/planet/open.ts'
import { ProblemsError } from '../src/planet/problem.ts'
import { command } from './command.ts'
import { damageLines } from './pulling.ts'

await command({
  name: 'export',
  about: "Writes a member's own record: all that the planet keeps of a blog, as JSON and as RSS.",
  operands: 'BLOG',
  options: { out: { type: 'string' } },
  help: { BLOG: 'the id of the blog in feeds.yaml', '--out DIR': "the folder to write to (export/ in the planet's folder)" },
  run: async ({ out }, place, [id, ...rest]) => {
    const { planet, blogs } = await readFeedsFile(place.folder)
    const blog = blogs.find((one) => one.id === id)
    if (blog === undefined || rest.length > 0) {
      throw new ProblemsError([
        {
          file: 'export',
          what: id === undefined || rest.length > 0 ? 'Say which blog.' : `There is no blog "${id}" in feeds.yaml.`,
          mend: 'Write the id of one blog behind it.',
        },
      ])
    }
    const archive = openArchive(place.archive)
    const state = archive.readState(blog.id)
    const kept = { posts: archive.readPosts(blog.id), ...(state === undefined ? {} : { state }) }
    const topics = await readTopics(join(place.content, 'topics.yaml'))
    const now = clockOf(place, planet)
    const speak = openInterface(
      await loadDictionaries(join(place.root, 'src/i18n')),
      planet.languages[0] ?? 'en',
      planet.timezone,
      now,
    )
    const held = archive.readHeld(blog.id)
    const { json, rss, posts } = await recordOf({ planet, blog, kept, held, topics, now }, speak)
    const folder = out === undefined ? join(place.folder, 'export') : resolve(process.env.INIT_CWD ?? '.', out)
    const [asJson, asRss] = [join(folder, `${blog.id}.json`), join(folder, `${blog.id}.xml`)]
    await writeAtomic([asJson, json], [asRss, rss])
    const lines = [
      `${posts === 1 ? 'One post' : `${posts} posts`} of ${blog.title}:`,
      asJson,
      asRss,
      ...(held.length === 0 ? [] : [`Posts that wait for a maintainer's word: ${held.length}, under "held" in the JSON alone.`]),
      ...damageLines(archive.damage),
    ]
    console.log(lines.join('\n'))
    return 0
  },
})
