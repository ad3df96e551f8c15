import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readNotices } from '../../../src/planet/config/notices.ts'

let content: string
beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'staffroom-notices-'))
})
afterEach(() => rm(content, { recursive: true }))

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(content, path)), { recursive: true })
  await writeFile(join(content, path), text)
}

const GOOD = [
  '---',
  'title: Walk',
  'begins: 2026-12-04',
  'place: Bristol',
  'url: https://walk.example/',
  'language: en',
  '---',
  'Twelve <b>stops</b>.',
  '',
  'No screens.',
  '',
].join('\n')

describe('notices', () => {
  it('are read from the folders of both boards', async () => {
    await write('events/walk.md', GOOD)
    await write('campaigns/week.md', GOOD.replace('place: Bristol', 'ends: 2026-12-10\nonline: true'))
    await write('events/notes.txt', 'no notice')
    const { notices, problems } = await readNotices(content)
    expect(problems).toEqual([])
    expect(notices).toEqual([
      {
        board: 'events',
        file: 'content/events/walk.md',
        title: 'Walk',
        begins: '2026-12-04',
        ends: '2026-12-04',
        place: 'Bristol',
        online: false,
        url: 'https://walk.example/',
        language: 'en',
        text: 'Twelve <b>stops</b>. No screens.',
      },
      expect.objectContaining({ board: 'campaigns', ends: '2026-12-10', online: true }),
    ])
  })

  it('are none where there is no such folder', async () => {
    expect(await readNotices(content)).toEqual({ notices: [], problems: [] })
  })

  it('may be written on a system that ends lines in another way, and with a byte order mark', async () => {
    await write('events/walk.md', `\uFEFF${GOOD.replaceAll('\n', '\r\n')}`)
    expect((await readNotices(content)).notices).toMatchObject([{ title: 'Walk', text: 'Twelve <b>stops</b>. No screens.' }])
  })
})

describe('a notice that is not as it should be', () => {
  it.each([
    ['has a day that is none', 'begins: 2026-12-04', 'begins: 4 December', 3],
    ['ends before it begins', 'place: Bristol', 'ends: 2026-11-01', 4],
    ['leads to no web address', 'url: https://walk.example/', 'url: javascript:alert(1)', 5],
    ['has a field that nobody knows', 'place: Bristol', 'town: Bristol', 4],
    ['is not YAML', 'place: Bristol', 'place: Bristol: old town', 4],
    ['lacks its title', 'title: Walk\n', '', undefined],
    ['has no front matter', '---\ntitle', 'title', 1],
    ['has a program for front matter', '---\ntitle', '---js\ntitle', 1],
  ])('costs only itself and is told with its line: it %s', async (_what, written, wrong, line) => {
    await write('events/a-walk.md', GOOD.replace(written, wrong))
    await write('events/b-walk.md', GOOD)
    const { notices, problems } = await readNotices(content)
    expect(notices.map(({ file }) => file)).toEqual(['content/events/b-walk.md'])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ file: 'content/events/a-walk.md', ...(line === undefined ? {} : { line }) })
  })
})
