import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FeedItem } from '../../src/feeds/item.ts'
import { EXCERPT_CHARACTERS, EXCERPT_WORDS } from '../../src/planet/html/excerpt.ts'
import { type Written, writeFeeds } from './shipped.ts'

let written: Written
beforeAll(async () => {
  written = await writeFeeds()
})
afterAll(() => rm(written.folder, { recursive: true }))

const itemsOf = (blog: string): FeedItem[] => written.scopes.find(({ path }) => path === `blogs/${blog}`)?.items ?? []

test('no feed of the planet that ships tells more of a post than may be quoted', () => {
  const items = written.scopes.flatMap((scope) => scope.items)
  expect(items.length).toBeGreaterThan(100)
  for (const { text } of items) {
    expect([...text].length).toBeLessThanOrEqual(EXCERPT_CHARACTERS)
    expect(text.split(' ').length).toBeLessThanOrEqual(EXCERPT_WORDS)
  }
})

test('full texts are told of the one blog that gives them', () => {
  const full = new Set(
    written.scopes.flatMap(({ items }) => items.filter(({ html }) => html !== undefined)).map(({ source }) => source.title),
  )
  expect([...full]).toEqual(['Cuaderno de campo'])
  for (const { html } of itemsOf('cuaderno-de-campo')) expect(html).not.toMatch(/<(?:img|script|iframe|style)\b|\son\w+=/i)
})

test('a class blog is told in titles', () => {
  expect(itemsOf('aula-204').length).toBeGreaterThan(0)
  for (const { title, text, html, authors } of itemsOf('aula-204')) {
    expect(title).not.toBe('')
    expect({ text, html, authors }).toEqual({ text: '', html: undefined, authors: ['Aula 204'] })
  }
})
