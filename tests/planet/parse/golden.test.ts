import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reading } from './support.ts'

const folder = join(import.meta.dirname, '../../fixtures/feeds')
const feeds = readdirSync(folder).filter((name) => !name.endsWith('.json'))

/** Each feed beside what is read of it: `rss-1.0.xml` and `rss-1.0.json`. */
describe('feeds as programs write them', () => {
  for (const name of feeds) {
    it(`reads ${name}`, async () => {
      const expected = JSON.parse(readFileSync(join(folder, name.replace(/\.\w+$/, '.json')), 'utf8'))
      expect(await reading(readFileSync(join(folder, name)))).toEqual(expected)
    })
  }
})
