import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Rgb, rgbOf } from '../../src/picture/colour.ts'
import { contrast } from './colour.ts'

type Tokens = Map<string, string>

const file = join(import.meta.dirname, '..', '..', 'src', 'styles', 'tokens.css')
const HUES = Array.from({ length: 360 }, (_, hue) => hue)
const TURNS = Array.from({ length: 24 }, (_, turn) => turn * 15)

let day: Tokens
let night: Tokens
let nightByChoice: Tokens
let plainDay: Tokens
let plainNight: Tokens

beforeAll(async () => {
  const css = (await readFile(file, 'utf8')).replace(/\/\*[\s\S]*?\*\//g, '')
  const [light = [], systemDark = [], chosenDark = []] = [
    ':root {',
    ':root:not([data-theme="light"]) {',
    ':root[data-theme="dark"] {',
  ].map((selector) => css.split(selector).slice(1).map(declarations))
  plainDay = merge(light.slice(0, 1))
  plainNight = merge([plainDay, ...systemDark.slice(0, 1)])
  day = merge(light)
  night = merge([day, ...systemDark])
  nightByChoice = merge([day, ...chosenDark])
})

const declarations = (rest: string): Tokens =>
  new Map(
    [...(rest.split('}')[0] ?? '').matchAll(/([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]),
  )

const merge = (parts: Tokens[]): Tokens => new Map(parts.flatMap((part) => [...part]))

function colour(tokens: Tokens, name: string, hue = 165): Rgb {
  const value = tokens.get(name)
  if (value === undefined) throw new Error(`tokens.css has no ${name}`)
  return rgbOf(value.replaceAll('var(--hue)', String(hue)))
}

const stamp = (tokens: Tokens, turn: number): Rgb =>
  rgbOf(`oklch(${tokens.get('--stamp-light')} ${tokens.get('--stamp-chroma')} ${turn})`)

const worst = (ratios: number[]): number => Math.min(...ratios)

describe.each([
  ['by day', () => day],
  ['at night', () => night],
])('%s, whatever hue a fork chooses', (_, tokens) => {
  it.each(['--ink', '--quiet', '--accent'])('%s can be read on the paper and on what lies on it', (name) => {
    for (const ground of ['--paper', '--raised']) {
      expect(
        worst(HUES.map((hue) => contrast(colour(tokens(), name, hue), colour(tokens(), ground, hue)))),
      ).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('the words on a button can be read', () => {
    const ratios = HUES.map((hue) => contrast(colour(tokens(), '--on-accent', hue), colour(tokens(), '--accent', hue)))
    expect(worst(ratios)).toBeGreaterThanOrEqual(4.5)
  })

  it('the edge of a field can be seen', () => {
    const ratios = HUES.map((hue) => contrast(colour(tokens(), '--edge', hue), colour(tokens(), '--raised', hue)))
    expect(worst(ratios)).toBeGreaterThanOrEqual(3)
  })

  it('the stamp of every blog can be read', () => {
    const ratios = TURNS.flatMap((turn) => HUES.map((hue) => contrast(stamp(tokens(), turn), colour(tokens(), '--paper', hue))))
    expect(worst(ratios)).toBeGreaterThanOrEqual(4.5)
  })
})

describe.each([
  ['by day', () => plainDay],
  ['at night', () => plainNight],
])('%s, in a browser that knows no oklch', (_, tokens) => {
  it.each(['--ink', '--quiet', '--accent', '--stamp'])('%s can be read', (name) => {
    expect(contrast(colour(tokens(), name), colour(tokens(), '--paper'))).toBeGreaterThanOrEqual(4.5)
  })
})

it('the dark that a reader chooses is the dark that a system asks for', () => {
  expect(Object.fromEntries(nightByChoice)).toEqual(Object.fromEntries(night))
})
