import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'

const script = join(import.meta.dirname, '../../scripts/setup.mjs')
const scratch = mkdtempSync(join(tmpdir(), 'staffroom-setup-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

let folder = ''
let number = 0

/** A project folder that asks for `engines`, and an npm of our own that writes down what it was asked. */
beforeEach(() => {
  folder = join(scratch, `project ${++number}`)
  mkdirSync(join(folder, 'bin'), { recursive: true })
  writeFileSync(join(folder, 'package-lock.json'), '{}')
  asksFor('>=18.0.0')
  npmDoes('exit 0')
})

const asksFor = (node: string) => writeFileSync(join(folder, 'package.json'), JSON.stringify({ engines: { node } }))

const npmDoes = (line: string) => program('bin/npm', `echo "$*" >> "${folder}/asked"\n${line}`)

function program(path: string, lines: string) {
  writeFileSync(join(folder, path), `#!/bin/sh\n${lines}\n`, { mode: 0o755 })
}

function setup(...steps: string[]) {
  const env = { ...process.env, PATH: `${folder}/bin:/usr/bin:/bin` }
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...steps], { cwd: folder, env, encoding: 'utf8' })
  return { status, stdout, stderr, asked: asked() }
}

function asked(): string[] {
  try {
    return readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n')
  } catch {
    return []
  }
}

function installed(age: 'older' | 'newer') {
  const file = join(folder, 'node_modules/.package-lock.json')
  mkdirSync(join(folder, 'node_modules'))
  writeFileSync(file, '{}')
  const time = new Date(Date.now() + (age === 'older' ? -60_000 : 60_000))
  utimesSync(file, time, time)
}

test('a Node that is new enough is left alone, without a word', () => {
  expect(setup('node')).toEqual({ status: 0, stdout: '', stderr: '', asked: [] })
})

test('a Node that is too old gets the project its own, inside node_modules', () => {
  asksFor('>=99.1.0')
  const { status, asked, stdout } = setup('node')
  expect(status).toBe(0)
  expect(stdout).toMatch(/too old .* node_modules\/\.node/)
  expect(asked).toHaveLength(1)
  expect(asked[0]).toMatch(
    /^install --prefix .*node_modules\/\.node --no-save --no-package-lock --ignore-scripts node-\S+@\d+\.\d+\.\d+$/,
  )
  expect(readlinkSync(join(folder, 'node_modules/.bin/node'))).toMatch(/^\.\.\/\.node\/node_modules\/node-[\w-]+\/bin\/node$/)
})

test('an own Node that is there already is not fetched again', () => {
  asksFor('>=99.1.0')
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true })
  program('node_modules/.bin/node', 'echo v99.2.0')
  expect(setup('node')).toMatchObject({ status: 0, asked: [] })
})

test('packages are installed where there are none', () => {
  expect(setup('packages')).toMatchObject({ status: 0, asked: ['ci --no-audit --no-fund'] })
})

test('packages are installed again where the lock file is newer', () => {
  installed('older')
  expect(setup('packages').asked).toEqual(['ci --no-audit --no-fund'])
})

test('packages that fit the lock file are left alone, without a word', () => {
  installed('newer')
  expect(setup('packages')).toEqual({ status: 0, stdout: '', stderr: '', asked: [] })
})

test('an install that fails is told in a sentence, and stops', () => {
  npmDoes('echo "no network" >&2; exit 7')
  const { status, stderr } = setup('packages')
  expect(status).toBe(1)
  expect(stderr).toContain('no network')
  expect(stderr).toContain('setup: "npm ci --no-audit --no-fund" did not succeed (7)')
})

test('a step that is not there is named, beside those that are', () => {
  const { status, stderr } = setup('kitchen')
  expect(status).toBe(1)
  expect(stderr).toBe('setup: there is no step "kitchen"; the steps are node, packages, browser, peers\n')
})
