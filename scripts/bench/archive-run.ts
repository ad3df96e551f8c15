import { openShelves } from '../../src/planet/archive/shelves.ts'
import { openArchive } from '../../src/planet/archive/store.ts'
import { take } from '../../src/planet/take.ts'
import { blogsOfBench, feedAfter } from './archive-planet.ts'

/**
 * One measured run in a process of its own, so that its memory is its own: `node archive-run.ts FOLDER POSTS NEWS NOW`. Every blog keeps
 * POSTS posts already (none where the archive is to be made); NEWS blogs have written one more. Prints what it took as JSON.
 */
const [folder = '', kept = '0', news = '0', now = ''] = process.argv.slice(2)
const blogs = blogsOfBench()
const isFirst = news === 'all'
const arrivals = (isFirst ? blogs : blogs.slice(0, Number(news))).map((blog) => ({
  blog,
  feed: isFirst ? feedAfter(blog, Number(kept), Number.POSITIVE_INFINITY) : feedAfter(blog, Number(kept) + 1),
}))

const before = process.cpuUsage()
const started = performance.now()
const archive = openArchive(folder)
const shelves = openShelves(archive.shelves, 'Europe/Madrid')
const added = await Promise.all(
  arrivals.map(async ({ blog, feed }) => {
    const taken = take(blog, { kind: 'read', feed }, archive, { now, shelves })
    await archive.save(blog.id, taken.parts)
    return taken.added
  }),
)
const seconds = (performance.now() - started) / 1000
const { user, system } = process.cpuUsage(before)
const figures = {
  seconds,
  cpuSeconds: (user + system) / 1e6,
  megabytes: process.resourceUsage().maxRSS / 1024,
  added: added.reduce((sum, one) => sum + one, 0),
}
console.log(JSON.stringify(figures))
