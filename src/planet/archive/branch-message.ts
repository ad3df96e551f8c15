import { type Git, said } from './git.ts'

/** What a commit of the archive brought, in posts, for each blog that gained, changed or lost any. */
export type Change = { blogs: BlogChange[]; files: number }
export type BlogChange = { blog: string; added: number; changed: number; removed: number }

const LISTED = 100

/** Compares the posts of two trees of the archive, post by post. */
export async function changesBetween(git: Git, from: string, to: string): Promise<Change> {
  const changed = (await said(git, ['diff-tree', '-r', '--name-only', '-z', from, to])).split('\0').filter(Boolean)
  const blogs: BlogChange[] = []
  for (const path of changed) {
    const blog = /^([^/]+)\/posts\.ndjson$/.exec(path)?.[1]
    if (blog === undefined) continue
    const [before, after] = [await postsOf(git, from, path), await postsOf(git, to, path)]
    const count = { blog, added: 0, changed: 0, removed: 0 }
    for (const [id, line] of after) {
      if (!before.has(id)) count.added++
      else if (before.get(id) !== line) count.changed++
    }
    for (const id of before.keys()) if (!after.has(id)) count.removed++
    if (count.added + count.changed + count.removed > 0) blogs.push(count)
  }
  return { blogs, files: changed.length }
}

/** The commit message: the sum in the first line, then a line for each blog with news. */
export function messageOf({ blogs, files }: Change): string {
  const sum = (part: 'added' | 'changed' | 'removed') => blogs.reduce((total, blog) => total + blog[part], 0)
  const told = [
    count(sum('added'), 'new post'),
    ...(sum('changed') > 0 ? [`${sum('changed')} changed`] : []),
    ...(sum('removed') > 0 ? [`${sum('removed')} removed`] : []),
  ].join(', ')
  const withNews = [...blogs].sort((a, b) => b.added - a.added || (a.blog < b.blog ? -1 : 1))
  const lines = withNews.slice(0, LISTED).map((blog) => {
    const parts = [`${blog.added} new`]
    if (blog.changed > 0) parts.push(`${blog.changed} changed`)
    if (blog.removed > 0) parts.push(`${blog.removed} removed`)
    return `${blog.blog}: ${parts.join(', ')}`
  })
  if (withNews.length > LISTED) lines.push(`and ${withNews.length - LISTED} more blogs`)
  const title =
    blogs.length > 0 ? `Archive: ${told} (${count(blogs.length, 'blog')})` : `Archive: no posts, ${count(files, 'file')} of state`
  return lines.length > 0 ? `${title}\n\n${lines.join('\n')}\n` : `${title}\n`
}

async function postsOf(git: Git, tree: string, path: string): Promise<Map<string, string>> {
  const { code, out } = await git(['cat-file', 'blob', `${tree}:${path}`])
  if (code !== 0) return new Map()
  const lines = out.split('\n').filter(Boolean)
  return new Map(lines.map((line) => [/"id":"([^"]*)"/.exec(line)?.[1] ?? line, line]))
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
