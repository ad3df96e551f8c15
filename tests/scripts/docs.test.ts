import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseFeedsFile } from '../../src/planet/config/feeds-file.ts'

const root = join(import.meta.dirname, '../..')
const files = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)]
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'))

/** The anchors of a page's headings, as GitHub makes them. */
const anchors = (file: string): string[] =>
  [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  )

describe.each(files)('%s', (file) => {
  test('leads only to pages and headings that are there', () => {
    for (const [, target = ''] of read(file).matchAll(/\]\((?!https?:)([^)]+)\)/g)) {
      const [path = '', anchor] = target.split('#')
      const page = path === '' ? file : join(dirname(file), path)
      expect(existsSync(join(root, page)), target).toBe(true)
      if (anchor) expect(anchors(page), target).toContain(anchor)
    }
  })

  test('names only commands that there are', () => {
    for (const [, name = ''] of read(file).matchAll(/npm run ([a-z][\w:-]*)/g)) expect(Object.keys(scripts)).toContain(name)
  })
})

test('the blog that the README shows can be put into feeds.yaml as it is', () => {
  const blog = /```yaml\n(.*?)```/s.exec(read('README.md'))?.[1] ?? ''
  const { blogs } = parseFeedsFile(`planet:\n  title: Mine\n  contact: mailto:me@school.cat\nblogs:\n${blog}`)
  expect(blogs.map(({ id }) => id)).toEqual(['my-blog'])
})

test('every command of the project is told to contributors', () => {
  const told = read('CONTRIBUTING.md') + read('docs/publish.md')
  const own = Object.keys(scripts).filter((name) => !/^(?:pre|post)/.test(name) || name === 'preview')
  expect(own.filter((name) => !new RegExp(`npm (?:run )?${name}\\b`).test(told))).toEqual([])
})
