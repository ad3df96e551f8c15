import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { feedScopes } from '../../src/feeds/scope.ts'
import { loadDictionaries } from '../../src/i18n/index.ts'
import { openInterface } from '../../src/i18n/interface.ts'
import { restoreArchive, saveArchive } from '../../src/planet/archive/branch.ts'
import { gitIn } from '../../src/planet/archive/git.ts'
import type { Post } from '../../src/planet/archive/post.ts'
import { openArchive } from '../../src/planet/archive/store.ts'
import { parseFeedsFile } from '../../src/planet/config/feeds-file.ts'
import { linkForgotten, readForgotten, tombstoneOf } from '../../src/planet/config/forgotten.ts'
import { forget } from '../../src/planet/forget.ts'
import { openPlanet } from '../../src/planet/open.ts'
import { type Place, placeOf } from '../../src/planet/place.ts'
import { searchRecords } from '../../src/search/records.ts'
import { run } from '../scripts/run.ts'

const root = join(import.meta.dirname, '../..')
const scratch = mkdtempSync(join(tmpdir(), 'staffroom-forget-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim()

const FEEDS = `# Our blogs.
planet: {title: Ours, contact: "mailto:us@school.cat"}
blogs:
  - id: aula
    title: Aula oberta
    site: https://aula.school.cat/
    feed: https://aula.school.cat/feed/
    kind: teacher
    language: ca
    consent: {by: owner, date: 2026-11-02, how: mail}

  # Marta Vidal wrote to us in May.
  - id: mates
    title: Mates amb la Marta
    site: https://mates.school.cat/
    feed: https://mates.school.cat/feed/
    kind: teacher
    language: ca
    author: Marta Vidal
    consent: {by: owner, date: 2026-11-02, how: mail}

  # The newest.
  - id: lectura
    title: Lectura
    site: https://lectura.school.cat/
    feed: https://lectura.school.cat/feed/
    kind: teacher
    language: ca
    consent: {by: owner, date: 2026-11-02, how: mail}
`

let made = 0
const post = (blog: string, fields: Partial<Post> = {}): Post => {
  made++
  const id = made.toString(16).padStart(12, '0')
  return {
    id,
    blog,
    url: `https://${blog}.school.cat/${made}/`,
    aliases: [`alias-${made}`],
    title: `${blog} writes ${made}`,
    authors: blog === 'mates' ? ['Marta Vidal'] : [],
    published: '2026-11-19T10:00:00.000Z',
    firstSeen: '2026-11-19T12:00:00.000Z',
    shelf: '2026-11/1',
    language: 'ca',
    tags: ['hort'],
    enclosures: [],
    excerpt: `Text ${made}.`,
    words: 2,
    links: [],
    sha256: 'x',
    ...fields,
  }
}

/** A clone with its bare remote, two runs of the builder old, and the clock of the planet handed in. */
async function planet(name: string): Promise<{ place: Place; remote: string; ids: Record<string, string> }> {
  const [folder, remote] = [join(scratch, name), join(scratch, `${name}.git`)]
  git(scratch, 'init', '--quiet', '--bare', '--initial-branch=main', remote)
  git(scratch, 'clone', '--quiet', remote, folder)
  writeFileSync(join(folder, 'README.md'), 'A planet.\n')
  git(folder, 'add', 'README.md')
  git(folder, 'commit', '--quiet', '-m', 'First')
  git(folder, 'push', '--quiet', 'origin', 'HEAD:main')
  mkdirSync(join(folder, 'content'))
  cpSync(join(root, 'content/topics.yaml'), join(folder, 'content/topics.yaml'))
  writeFileSync(join(folder, 'feeds.yaml'), FEEDS)
  const place = placeOf(root, { planet: folder, now: '2026-11-20T08:00:00.000Z' })
  const archive = openArchive(place.archive)
  const own = [post('mates'), post('mates', { url: 'https://aula.school.cat/junts/' })]
  const hidden = post('mates', { url: 'https://lectura.school.cat/amagat/' })
  await archive.save('mates', { posts: [...own, hidden], http: '{"url":"https://mates.school.cat/feed/"}\n' })
  await archive.save('aula', {
    posts: [
      post('aula', { url: 'https://aula.school.cat/junts', title: 'Written together' }),
      post('aula', {
        links: ['http://www.mates.school.cat/1/?utm_source=x', 'https://mates.school.cat.example/', 'https://other.cat/'],
      }),
    ],
  })
  await saveArchive(gitIn(folder), place.archive)
  const copy = post('lectura', { url: 'https://lectura.school.cat/amagat/', title: 'Hidden as well' })
  await archive.save('lectura', { posts: [copy] })
  await saveArchive(gitIn(folder), place.archive)
  git(folder, 'fetch', '--quiet', 'origin')
  writeFileSync(
    join(folder, 'content/moderation.yaml'),
    `# Ours.\nhide:\n  - {post: "${hidden.id}", date: 2026-11-03, reason: personal-data}\npause:\n  - {blog: mates, date: 2026-11-04, reason: author-wish}\n`,
  )
  return { place, remote, ids: { hidden: hidden.id, copy: copy.id } }
}

const SECRETS = /mates(?!\.school\.cat\.example)|marta|vidal/i

describe('a blog that is forgotten', () => {
  let place: Place
  let remote: string
  let ids: Record<string, string>
  let said: string
  beforeAll(async () => {
    ;({ place, remote, ids } = await planet('planet'))
    mkdirSync(join(place.folder, '.cache'))
    writeFileSync(join(place.folder, '.cache/hosts.json'), '{"feeds":{"https://mates.school.cat/feed/":"2026-11-20T08:00:00Z"}}')
    const { code, out, err } = await run('forget', ['--planet', place.folder, '--now', '2026-11-20', 'mates'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    said = out
  })

  test('is nowhere in the files of the planet', () => {
    const texts = readdirSync(place.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('.git') && entry.name !== 'topics.yaml')
      .map((entry) => `${entry.name}: ${readFileSync(join(entry.parentPath, entry.name), 'utf8')}`)
    expect(texts.filter((text) => SECRETS.test(text))).toEqual([])
    expect(existsSync(join(place.archive, 'mates'))).toBe(false)
  })

  test('leaves the rest of feeds.yaml as it was written', () => {
    const entry = FEEDS.slice(FEEDS.indexOf('  # Marta'), FEEDS.indexOf('  # The newest'))
    expect(readFileSync(join(place.folder, 'feeds.yaml'), 'utf8')).toBe(FEEDS.replace(entry, ''))
  })

  test('is in no page, feed or record, and the card it shared stays with the other', async () => {
    const shown = await openPlanet(place)
    const speak = openInterface(await loadDictionaries(join(root, 'src/i18n')), 'en', 'UTC', shown.now)
    const { vocabulary: _, facets: __, ...pages } = shown
    const all = JSON.stringify([pages, feedScopes(shown, speak, 'https://planet.test/'), searchRecords(shown)])
    expect(all.match(SECRETS)).toBeNull()
    expect(shown.posts.find(({ title }) => title === 'Written together')).toMatchObject({
      source: { id: 'aula' },
      alsoSources: [],
    })
  })

  test('leaves a post hidden that was hidden with its own', async () => {
    expect(readFileSync(join(place.content, 'moderation.yaml'), 'utf8')).toBe(
      `# Ours.\nhide:\n  - {post: "${ids.copy}", date: 2026-11-03, reason: personal-data}\npause: []\n`,
    )
    expect((await openPlanet(place)).posts.map(({ title }) => title)).not.toContain('Hidden as well')
  })

  test('is in no object of the branch, here or at the remote, neither reachable nor left over', () => {
    for (const folder of [place.folder, remote]) {
      git(folder, 'gc', '--quiet', '--prune=now')
      const objects = git(folder, 'cat-file', '--batch-all-objects', '--batch')
      expect(objects).toContain('Written together')
      expect(objects.match(SECRETS)).toBeNull()
    }
    expect(git(remote, 'rev-list', '--count', 'archive')).toBe('1')
    expect(git(remote, 'log', '--format=%s', 'main')).toBe('First')
  })

  test('tells what to do now, and what main still keeps', () => {
    expect(said).toMatch(/^Forgotten: mates, with 3 posts in archive\/\.\nThe branch "archive" is one single commit now/)
    expect(said).toContain('1. Commit content/moderation.yaml, content/forgotten.yaml, feeds.yaml, and push.')
    expect(said).toContain('The branch main remembers older versions of feeds.yaml')
  })

  test('is not added again by mistake, under whatever spelling of its address', async () => {
    writeFileSync(
      join(place.folder, 'feeds.yaml'),
      FEEDS.replaceAll('https://mates.school.cat/', 'http://www.mates.school.cat/').replace('/feed/', '/rss'),
    )
    const { code, out } = await run('check', ['--planet', place.folder])
    expect(code).toBe(2)
    expect(out).toContain(
      'feeds.yaml:13 blogs[1]: This blog was forgotten on 2026-11-20, because its author or somebody else asked for it. Leave it out. If its author wishes to come back, take line 3 out of content/forgotten.yaml.',
    )
    writeFileSync(join(place.content, 'forgotten.yaml'), '# None.\n')
    expect((await run('check', ['--planet', place.folder])).code).toBe(0)
  })
})

test('a forgotten blog that was added again all the same is neither asked nor shown, and the run says so', async () => {
  const folder = join(scratch, 'again')
  mkdirSync(join(folder, 'content'), { recursive: true })
  cpSync(join(root, 'content/topics.yaml'), join(folder, 'content/topics.yaml'))
  const feed = (title: string) =>
    `<rss version="2.0"><channel><title>${title}</title><item><title>${title}, one</title><link>https://x.school.cat/1</link></item></channel></rss>`
  const names = ['aula', 'mates', 'lectura']
  for (const name of names) writeFileSync(join(folder, `content/${name}.xml`), feed(name))
  const feeds = FEEDS.replaceAll(/feed: https:\/\/(\w+)\S+/g, 'feed: content/$1.xml')
  writeFileSync(join(folder, 'feeds.yaml'), feeds)
  const { blogs } = parseFeedsFile(feeds)
  const [blog] = blogs.filter(({ id }) => id === 'mates')
  if (blog === undefined) throw new Error('the blog of the fixture is missing')
  const { date, feed: hash, site = '' } = tombstoneOf(blog, blogs, '2026-11-20')
  writeFileSync(join(folder, 'content/forgotten.yaml'), `- {feed: ${hash}, site: ${site}, date: ${date}}\n`)

  const { code, out } = await run('fetch', ['--planet', folder, '--now', '2026-11-21'])
  expect(code).toBe(0)
  expect(out).toContain('blogs   2: 2 read')
  expect(out).toContain('left out mates: it was forgotten.')
  const place = placeOf(root, { planet: folder, now: '2026-11-21' })
  expect(openArchive(place.archive).blogs()).toEqual(['aula', 'lectura'])
  expect((await openPlanet(place)).members.map(({ id }) => id)).toEqual(['aula', 'lectura'])
})

test('links to a forgotten blog are not kept again when the others are read anew', async () => {
  const [blog] = parseFeedsFile(FEEDS).blogs.filter(({ id }) => id === 'mates')
  if (blog === undefined) throw new Error('the blog of the fixture is missing')
  const isForgotten = linkForgotten([tombstoneOf(blog, [blog], '2026-11-20')]) ?? (() => false)
  const addresses = [
    'http://mates.school.cat',
    'https://www.mates.school.cat/1/?p=2',
    'https://mates.school.cat/feed/',
    'https://mates.school.cat?p=1',
  ]
  expect(addresses.filter((address) => !isForgotten(address))).toEqual([])
  expect(['https://school.cat/', 'https://mates.school.cat.example/', 'mailto:a@b.cat'].filter(isForgotten)).toEqual([])
  expect(linkForgotten([])).toBeUndefined()
})

test('forgetting can be repeated: what a run brought back meanwhile goes as well', async () => {
  const { place, remote } = await planet('twice')
  const clone = gitIn(place.folder)
  await forget('mates', place, clone, '2026-11-20')
  // A builder that had read the old feeds.yaml.
  const builder = join(scratch, 'builder')
  git(scratch, 'clone', '--quiet', `file://${remote}`, builder)
  await restoreArchive(gitIn(builder), join(builder, 'archive'))
  await openArchive(join(builder, 'archive')).save('mates', { posts: [post('mates')] })
  await saveArchive(gitIn(builder), join(builder, 'archive'))

  expect(await forget('mates', place, clone, '2026-11-20')).toEqual({ posts: 0, branch: 'rewritten', files: [] })
  expect(git(remote, 'ls-tree', '--name-only', 'archive').split('\n')).toEqual(['aula', 'lectura', 'version.json'])
  await expect(forget('mates', place, clone, '2026-11-20')).rejects.toThrow(/There is nothing of a blog "mates"/)
})

test('a planet without a repository forgets what lies in its folder, with the feed that it kept itself', async () => {
  const folder = join(scratch, 'alone')
  mkdirSync(join(folder, 'content'), { recursive: true })
  writeFileSync(join(folder, 'content/mates.xml'), '<rss/>')
  writeFileSync(join(folder, 'feeds.yaml'), FEEDS.replace('https://mates.school.cat/feed/', 'content/mates.xml'))
  const place = placeOf(root, { planet: folder })
  await openArchive(place.archive).save('mates', { posts: [post('mates')] })
  const { branch, posts } = await forget('mates', place, undefined, '2026-11-20')
  expect({ branch, posts }).toEqual({ branch: 'none', posts: 1 })
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual([
    'archive',
    'archive/version.json',
    'content',
    'content/forgotten.yaml',
    'feeds.yaml',
  ])
  expect(readForgotten(place.content).tombstones).toHaveLength(1)
})

test.each(['nobody', '..', '../content', ''])('a blog "%s" that is not there is refused', async (id) => {
  const folder = mkdtempSync(join(scratch, 'refused-'))
  mkdirSync(join(folder, 'content'))
  writeFileSync(join(folder, 'feeds.yaml'), FEEDS)
  await expect(forget(id, placeOf(root, { planet: folder }), undefined, '2026-11-20')).rejects.toThrow(
    /There is nothing of a blog/,
  )
  expect(readdirSync(folder).sort()).toEqual(['content', 'feeds.yaml'])
})

test('an entry that others lean on is named, to be taken out by hand', async () => {
  const folder = mkdtempSync(join(scratch, 'anchor-'))
  mkdirSync(join(folder, 'content'))
  const shared = FEEDS.replace('language: ca\n    author', 'language: ca\n    levels: &levels [primary]\n    author').replace(
    /(lectura.*language: ca)/s,
    '$1\n    levels: *levels',
  )
  expect(parseFeedsFile(shared).blogs[2]?.levels).toEqual(['primary'])
  writeFileSync(join(folder, 'feeds.yaml'), shared)
  const place = placeOf(root, { planet: folder })
  await openArchive(place.archive).save('mates', { posts: [post('mates')] })
  await expect(forget('mates', place, undefined, '2026-11-20')).rejects.toThrow(/Take the entry out by hand/)
  expect(existsSync(join(place.archive, 'mates'))).toBe(false)
  expect(readFileSync(join(folder, 'feeds.yaml'), 'utf8')).toBe(shared)
})
