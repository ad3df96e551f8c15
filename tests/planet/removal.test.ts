import { afterEach, describe, expect, it } from 'vitest'
import { emptyMemory } from '../../src/planet/fetch/memory.ts'
import { type Site, type Story, startStory } from './removal-web.ts'

let story: Story
afterEach(() => story.close())

/** Numbers from one to another; a higher number is an older post. */
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at)

/** A story of one blog that was read on day 0 with these posts in its feed. */
async function begin(feed: number[], options?: Parameters<typeof startStory>[1]): Promise<Site> {
  story = await startStory(1, options)
  const site = siteOf(0)
  site.feed = feed
  await story.run(0)
  return site
}

function siteOf(index: number): Site {
  const site = story.sites[index]
  if (site === undefined) throw new RangeError(`there is no blog ${index}`)
  return site
}

/** The author takes a post down: it leaves the feed, and its page answers so. */
function takeDown(site: Site, number: number, status = 404): void {
  site.feed = site.feed.filter((other) => other !== number)
  site.answers.set(`/p/${number}/`, status)
}

describe('a post that its author took down', () => {
  it.each([404, 410])('goes when its page answered %i twice, seven days apart', async (status) => {
    const site = await begin(range(1, 5))
    takeDown(site, 3, status)
    await story.run(1)
    expect(story.post(3)?.missing).toBe('2026-06-02')
    await story.run(7)
    expect(story.kept()).toEqual([1, 2, 3, 4, 5])
    const { outcomes } = await story.run(8)
    expect(outcomes[0]).toMatchObject({ blog: 'blog-0', removed: 1 })
    expect(story.kept()).toEqual([1, 2, 4, 5])
  })

  it('goes from a feed that its server calls unchanged, once that comes whole again', async () => {
    const site = await begin(range(1, 5))
    site.etag = true
    takeDown(site, 3)
    await story.run(1)
    for (let day = 2; day <= 17; day++) await story.run(day)
    expect(story.kept()).toEqual([1, 2, 4, 5])
  })

  it('goes together with another one', async () => {
    const site = await begin(range(1, 6))
    takeDown(site, 2)
    takeDown(site, 4)
    await story.run(1)
    await story.run(8)
    expect(story.kept()).toEqual([1, 3, 5, 6])
  })

  it('goes although it had left the feed long ago', async () => {
    const site = await begin(range(4, 9))
    site.feed = range(1, 6)
    site.answers.set('/p/8/', 404)
    for (let day = 1; day <= 40; day++) await story.run(day)
    expect(story.kept()).toEqual([1, 2, 3, 4, 5, 6, 7, 9])
  })

  it('goes even if all that was remembered beside the archive is lost', async () => {
    const site = await begin(range(1, 5))
    takeDown(site, 3)
    await story.run(1)
    story.memory = emptyMemory()
    await story.run(5)
    expect(story.kept()).toContain(3)
    story.memory = emptyMemory()
    await story.run(8)
    expect(story.kept()).not.toContain(3)
  })

  it('leaves the shelves of others as they are', async () => {
    const site = await begin(range(1, 5))
    takeDown(site, 3)
    const places = [1, 2, 4, 5].map((number) => [story.post(number)?.id, story.post(number)?.shelf])
    await story.run(1)
    await story.run(8)
    expect([1, 2, 4, 5].map((number) => [story.post(number)?.id, story.post(number)?.shelf])).toEqual(places)
  })
})

describe('a post whose page is missing', () => {
  it('stays while the home of its blog is missing too', async () => {
    const site = await begin(range(1, 5))
    takeDown(site, 3)
    site.answers.set('/', 404)
    for (let day = 1; day <= 30; day++) await story.run(day)
    expect(story.kept()).toEqual([1, 2, 3, 4, 5])
  })

  it('stays while the other post that would prove it is missing too', async () => {
    const site = await begin(range(1, 5))
    takeDown(site, 3)
    site.answers.set('/p/4/', 404)
    for (let day = 1; day <= 30; day++) await story.run(day)
    expect(story.kept()).toEqual([1, 2, 3, 4, 5])
  })

  it('begins anew once it was there in between', async () => {
    const site = await begin(range(1, 5))
    takeDown(site, 3)
    await story.run(1)
    site.answers.clear()
    await story.run(8)
    expect(story.post(3)).not.toHaveProperty('missing')
    takeDown(site, 3)
    await story.run(15)
    expect(story.post(3)?.missing).toBe('2026-06-16')
    expect(story.kept()).toContain(3)
  })

  it('stays, without a mark, when the feed has it again', async () => {
    const site = await begin(range(1, 5))
    takeDown(site, 3)
    await story.run(1)
    site.feed = range(1, 5)
    await story.run(2)
    expect(story.post(3)).not.toHaveProperty('missing')
    for (let day = 3; day <= 20; day++) await story.run(day)
    expect(story.kept()).toEqual([1, 2, 3, 4, 5])
  })

  it.each([403, 429, 500, 503])('is not held for missing where the answer is %i', async (status) => {
    const site = await begin(range(1, 5))
    takeDown(site, 3, status)
    for (let day = 1; day <= 30; day++) await story.run(day)
    expect(story.post(3)).not.toHaveProperty('missing')
  })
})

describe('a blog in trouble', () => {
  it('loses no post though it answers 404 everywhere for a month, its feed as well', async () => {
    const site = await begin(range(4, 12))
    site.feed = range(1, 6)
    await story.run(1)
    for (const path of ['/', '/feed', ...range(1, 12).map((number) => `/p/${number}/`)]) site.answers.set(path, 404)
    for (let day = 2; day <= 32; day++) await story.run(day)
    expect(story.kept()).toEqual(range(1, 12))
  })

  it('loses no post though all its pages but the home answer 404 for a month, while it goes on publishing', async () => {
    const site = await begin(range(40, 45))
    for (const number of range(1, 45)) site.answers.set(`/p/${number}/`, 404)
    for (let day = 1; day <= 33; day++) {
      site.feed = range(40 - day, 45 - day)
      await story.run(day)
    }
    expect(story.kept()).toEqual(range(7, 45))
  })

  it('loses no post when it changes all its addresses, however long it then goes on', { timeout: 60_000 }, async () => {
    const site = await begin(range(60, 72))
    for (let day = 1; day <= 10; day++) {
      site.feed = range(60 - day, 66 - day)
      await story.run(day)
    }
    // From now on every post lives elsewhere, and its old address leads nowhere.
    site.addressOf = (number) => `/blog/post-${number}`
    for (const number of range(1, 72)) site.answers.set(`/p/${number}/`, 404)
    for (let day = 11; day <= 52; day++) {
      site.feed = range(60 - day, 66 - day)
      await story.run(day)
    }
    for (let day = 53; day <= 100; day++) await story.run(day)
    expect(story.kept()).toEqual(range(8, 72))
  })

  it('is asked for no post while its feed fails', async () => {
    const site = await begin(range(1, 5))
    takeDown(site, 3)
    site.answers.set('/feed', 503)
    await story.run(1)
    expect(site.asked).toEqual([])
  })

  it('is asked for no post where its host refuses our builder and the feed comes by another way', async () => {
    const site = await begin(range(1, 5), { via: true })
    takeDown(site, 3)
    for (let day = 1; day <= 10; day++) await story.run(day)
    expect(story.kept()).toEqual(range(1, 5))
    expect(site.asked).toEqual([])
  })
})

describe('asking for posts', () => {
  it('happens once a week, for at most two of a host, and in the end for all of them', async () => {
    const site = await begin(range(1, 10))
    site.feed = range(1, 3)
    const days: Record<number, string[]> = {}
    for (let day = 1; day <= 28; day++) {
      site.asked = []
      await story.run(day)
      if (site.asked.length > 0) days[day] = site.asked
    }
    expect(Object.entries(days).map(([day, { length }]) => [day, length])).toEqual(['1', '8', '15', '22'].map((day) => [day, 2]))
    expect(new Set(Object.values(days).flat())).toEqual(new Set(range(4, 10).map((number) => `/p/${number}/`)))
  })

  it('goes on with the next run where blogs share a host', async () => {
    story = await startStory(2)
    const [one, other] = [siteOf(0), siteOf(1)]
    other.addressOf = (number) => `${one.origin}/other/${number}/`
    for (const site of [one, other]) site.feed = range(1, 7)
    await story.run(0)
    for (const site of [one, other]) site.feed = range(1, 5)
    await story.run(1)
    expect(one.asked).toHaveLength(2)
    await story.run(2)
    expect(one.asked.sort()).toEqual(['/other/6/', '/other/7/', '/p/6/', '/p/7/'])
    expect(other.asked).toEqual([])
  })

  it('begins with what vanished from the midst of the feed', async () => {
    const site = await begin(range(10, 20))
    site.feed = [1, 2, 10, 12, 13]
    await story.run(1)
    expect(site.asked).toContain('/p/11/')
  })

  it('is not done for posts older than two years', async () => {
    const site = await begin([1, 2, 3, 900, 901, 902])
    site.feed = [1, 2, 902]
    await story.run(1)
    expect(site.asked).toEqual(['/p/3/'])
  })

  it('is not done where robots.txt forbids it', async () => {
    const site = await begin(range(1, 5))
    site.robots = 'User-agent: *\nDisallow: /p/\n'
    takeDown(site, 3)
    for (let day = 1; day <= 20; day++) await story.run(day)
    expect(site.asked).toEqual([])
    expect(story.kept()).toContain(3)
  })

  it('is not done in a run that writes nothing', async () => {
    const site = await begin(range(1, 5))
    takeDown(site, 3)
    await story.run(1, { dryRun: true })
    expect(site.asked).toEqual([])
  })

  it('is not done for posts that are in the feed, nor for the home of the blog', async () => {
    const site = await begin(range(1, 5))
    site.addressOf = () => '/'
    site.feed = range(6, 8)
    await story.run(1)
    site.asked = []
    site.feed = range(1, 5)
    for (let day = 8; day <= 30; day += 7) await story.run(day)
    expect(site.asked).toEqual([])
  })

  it('changes no byte of the archive where all is as it was', async () => {
    const site = await begin(range(1, 9))
    takeDown(site, 3)
    site.feed = site.feed.filter((number) => number < 8)
    site.answers.set('/', 500)
    const changes: number[] = []
    for (let day = 1; day <= 40; day++) if ((await story.run(day)).changed) changes.push(day)
    expect(changes).toEqual([1])
    expect(site.asked.length).toBeGreaterThan(10)
  })
})
