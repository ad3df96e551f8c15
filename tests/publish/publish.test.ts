import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PlanetWeb, startPlanetWeb } from '../web/planet-web.ts'
import { readWorkflow, type Step } from './workflow.ts'
import { copyProject, git, linkPackages } from './working-copy.ts'

const BLOGS = 6
const scratch = mkdtempSync(join(tmpdir(), 'staffroom-publish-'))
const remote = join(scratch, 'remote.git')
const steps = readWorkflow('publish.yml').jobs.build?.steps ?? []
let web: PlanetWeb

beforeAll(async () => {
  web = await startPlanetWeb({ blogs: BLOGS, posts: 4 })
  const project = join(scratch, 'project')
  copyProject(project)
  await web.writeFolder(project)
  const feeds = join(project, 'feeds.yaml')
  writeFileSync(feeds, readFileSync(feeds, 'utf8').replace('tests@example.org', 'somebody@drill.test'))
  git(project, 'add', '--all')
  git(project, 'commit', '--quiet', '-m', 'A planet on loopback')
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', remote])
  git(project, 'push', '--quiet', remote, 'main')
})

afterAll(async () => {
  await web.close()
  rmSync(scratch, { recursive: true, force: true })
})

/** What GitHub would put in the place of the expressions of the workflow. */
const EXPRESSIONS: Record<string, string> = {
  'github.token': 'no-token-is-needed-here',
  'steps.pages.outputs.origin': 'https://planet.test',
  'steps.pages.outputs.base_path': '/staffroom',
}

/** One run of the job that reads and builds: a fresh shallow clone, and the job's own lines, each as GitHub runs it. */
async function publish(event: 'push' | 'schedule'): Promise<{ folder: string; log: string }> {
  const folder = mkdtempSync(join(scratch, 'runner-'))
  execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${remote}`, folder])
  linkPackages(folder)
  let log = ''
  for (const step of steps.filter((one) => runsOn(one, event))) log += await runStep(step, folder)
  return { folder, log }
}

function runsOn(step: Step, event: string): boolean {
  if (step.run === undefined) return false
  if (step.if === undefined) return true
  expect(step.if, 'the only condition that this drill understands').toBe("github.event_name == 'push'")
  return event === 'push'
}

async function runStep({ run = '', env = {} }: Step, folder: string): Promise<string> {
  // The packages are linked (see linkPackages), and the blogs of this planet live on loopback.
  if (run === 'npm ci') return ''
  const line = run === 'npm run fetch' ? 'npm run fetch -- --allow-private' : run
  const values = Object.entries(env).map(([name, value]) => [
    name,
    value.replace(/\$\{\{ (.*?) \}\}/g, (_, key) => EXPRESSIONS[key] ?? ''),
  ])
  const { GITHUB_STEP_SUMMARY: _, ...inherited } = process.env
  const shell = spawn('bash', ['-e', '-c', line], {
    cwd: folder,
    env: { ...inherited, ...Object.fromEntries(values), CI: 'true' },
  })
  let printed = ''
  for (const stream of [shell.stdout, shell.stderr]) stream.on('data', (part) => (printed += part))
  const [code] = await once(shell, 'close')
  expect(code, `${line}\n${printed}`).toBe(0)
  return printed
}

const commits = () => git(remote, 'log', '--format=%s', 'archive').split('\n')
const kept = (blog: number) => git(remote, 'show', `archive:b${blog + 1}/posts.ndjson`).split('\n')
const titles = (blog: number) => kept(blog).map((line) => (JSON.parse(line) as { title: string }).title)
const page = (folder: string, path: string) => readFileSync(join(folder, 'dist', path), 'utf8')

test('a push, a scheduled run with one new post, and one without news', async () => {
  const main = git(remote, 'rev-parse', 'main')

  const first = await publish('push')
  expect(first.log).toContain('this is the first run')
  expect(commits()).toEqual([`Archive: ${4 * BLOGS} new posts (${BLOGS} blogs)`])
  expect(git(remote, 'ls-tree', '--name-only', 'archive').split('\n')).toEqual([
    ...Array.from({ length: BLOGS }, (_, blog) => `b${blog + 1}`),
    'version.json',
  ])
  expect(page(first.folder, 'index.html')).toContain('href="/staffroom/')
  expect(page(first.folder, 'index.html')).not.toMatch(/(?:href|src)="\/(?!staffroom\/)/)
  expect(page(first.folder, 'rss.xml')).toContain('https://planet.test/staffroom/')

  web.publish(0, new Date())
  const second = await publish('schedule')
  const news = titles(0).at(-1) ?? ''
  expect(commits()).toEqual(['Archive: 1 new post (1 blog)', `Archive: ${4 * BLOGS} new posts (${BLOGS} blogs)`])
  expect(kept(0)).toHaveLength(5)
  expect(page(second.folder, 'rss.xml')).toContain(news)
  expect(page(first.folder, 'rss.xml')).not.toContain(news)
  expect(page(second.folder, 'index.html')).toContain(news)

  const third = await publish('schedule')
  expect(third.log).toContain('Nothing changed: no commit.')
  expect(commits()).toHaveLength(2)
  expect(page(third.folder, 'rss.xml')).toBe(page(second.folder, 'rss.xml'))
  expect(readdirSync(join(third.folder, 'archive'))).toHaveLength(BLOGS + 1)

  expect(git(remote, 'rev-parse', 'main'), 'main stays as it was').toBe(main)
  expect(git(remote, 'branch', '--format=%(refname:short)').split('\n')).toEqual(['archive', 'main'])
})

test('what is uploaded for Pages is what was built', () => {
  const upload = steps.find((step) => step.uses?.startsWith('actions/upload-pages-artifact@'))
  expect(upload?.with).toEqual({ path: 'dist' })
  expect(steps.findIndex((step) => step.run?.startsWith('npm run build'))).toBeLessThan(steps.indexOf(upload ?? {}))
  expect(existsSync(join(scratch, 'project', 'dist'))).toBe(false)
})
