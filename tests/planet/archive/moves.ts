import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Blog } from '../../../src/planet/config/feeds-file.ts'
import type { Feed } from '../../../src/planet/parse/feed.ts'
import { readFeed } from '../../../src/planet/parse/read.ts'
import { type BlogFields, blogOf } from './support.ts'

const folder = join(import.meta.dirname, '../../fixtures/moves')

/** A move: two states of one blog's feed, and which entry of the second is which of the first, by address. */
export type MoveFixture = {
  name: string
  blog: BlogFields
  member: Blog
  same: Record<string, string>
  before: () => Promise<Feed>
  after: () => Promise<Feed>
}

/** The moves in `tests/fixtures/moves`: `before.xml`, `after.xml` and what is expected of them. */
export function readMoves(): MoveFixture[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const { blog, same }: { blog: BlogFields; same: Record<string, string> } = JSON.parse(
        readFileSync(join(folder, name, 'expected.json'), 'utf8'),
      )
      const member = blogOf(blog)
      const read = async (file: string): Promise<Feed> => {
        const result = await readFeed(readFileSync(join(folder, name, file)), { url: member.site })
        if (!result.ok) throw new Error(`${name}/${file}: ${result.code}`)
        return result.feed
      }
      return { name, blog, member, same, before: () => read('before.xml'), after: () => read('after.xml') }
    })
}
