import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readLocalFeed } from '../../../src/planet/fetch/file.ts'

describe('a feed kept in the repository', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'staffroom-'))
  })

  it.each([
    ['feed.xml', 'application/xml'],
    ['feed.json', 'application/feed+json'],
    ['FEED.RSS', 'application/rss+xml'],
    ['feed.atom', 'application/atom+xml'],
    ['feed', 'application/xml'],
  ])('called %s is taken for %s', async (name, contentType) => {
    await writeFile(join(folder, name), '<rss/>')
    const result = await readLocalFeed(join(folder, name))
    expect(result).toEqual({ kind: 'fresh', bytes: Buffer.from('<rss/>'), contentType, finalUrl: '', validators: {} })
  })

  it('that is not there fails with a code', async () => {
    expect(await readLocalFeed(join(folder, 'none.xml'))).toEqual({ kind: 'failed', code: 'file-missing', detail: 'ENOENT' })
  })

  it('is held to the limit of all feeds', async () => {
    await writeFile(join(folder, 'big.xml'), Buffer.alloc(10_000_001))
    expect(await readLocalFeed(join(folder, 'big.xml'))).toMatchObject({ kind: 'failed', code: 'too-large' })
  })
})
