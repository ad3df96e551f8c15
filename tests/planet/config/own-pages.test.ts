import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseFeedsFile, readFeedsFile } from '../../../src/planet/config/feeds-file.ts'
import { readPages } from '../../../src/planet/config/pages.ts'

const root = join(import.meta.dirname, '../../..')
const { planet } = await readFeedsFile(root)
const pages = await readPages(join(root, 'content'), planet)

describe.each(planet.languages)('the pages in %s', (language) => {
  const own = pages.filter((page) => page.language === language)

  it('are all there', () => {
    expect(own.map(({ slug }) => slug).sort()).toEqual(['about', 'conduct', 'join', 'privacy', 'takedown'])
  })

  it('have every blank filled in', () => {
    expect(own.flatMap(({ html }) => html.match(/\{[a-z-]+\}/g) ?? [])).toEqual([])
  })

  it('link to each other and to the contact, and nowhere else', () => {
    const known = [...own.map(({ slug }) => `../${slug}/`), planet.contact, ...(planet.repository ? [planet.repository] : [])]
    const links = own.flatMap(({ html }) => [...html.matchAll(/href="([^"]+)"/g)].map(([, address = '']) => address))
    expect(links.filter((address) => !known.includes(address))).toEqual([])
  })

  it('show an entry for feeds.yaml that the check accepts', () => {
    const code = own.find(({ slug }) => slug === 'join')?.html.match(/<code class="language-yaml">([\s\S]*?)<\/code>/)?.[1] ?? ''
    expect(parse(code)).toHaveLength(1)
    const file = parseFeedsFile(`planet:\n  title: Valley\n  contact: mailto:hello@valley.example\nblogs:\n${code}`)
    expect(file.blogs[0]).toMatchObject({ kind: 'teacher', language, show: 'excerpt' })
  })
})

describe('a page whose front matter is none', () => {
  it.each([
    ['is a program, which is not run', '---js\n{ title: (globalThis.ran = "yes"), description: "x" }\n---\nText'],
    ['is broken YAML', '---\ntitle: "a\n---\nText'],
    ['is missing', 'Text'],
  ])('is told with its file: %s', async (_what, text) => {
    const content = await mkdtemp(join(tmpdir(), 'staffroom-pages-'))
    try {
      await mkdir(join(content, 'pages', 'en'), { recursive: true })
      await writeFile(join(content, 'pages', 'en', 'about.md'), text)
      await expect(readPages(content, { ...planet, languages: ['en'] })).rejects.toThrow(/content\/pages\/en\/about\.md/)
      expect('ran' in globalThis).toBe(false)
    } finally {
      await rm(content, { recursive: true })
    }
  })
})
