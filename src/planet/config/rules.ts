import { canonicalKey } from '../archive/address.ts'
import type { Blog, PlanetSettings } from './feeds-file.ts'

/** A problem at a field, before its line is known. */
export type Found = { path: PropertyKey[]; what: string; mend: string }

/** What no single field can say: rules between fields and between blogs. */
export function feedProblems(planet: PlanetSettings, blogs: Blog[]): Found[] {
  return [...clock(planet), ...blogs.flatMap((blog, index) => showRules(blog, index)), ...doubles(blogs)]
}

function clock(planet: PlanetSettings): Found[] {
  if (planet.now === undefined || planet.sample) return []
  return [
    {
      path: ['planet', 'now'],
      what: 'Only the sample planet carries its own clock.',
      mend: 'Take this line out: your planet lives in the present.',
    },
  ]
}

function showRules(blog: Blog, index: number): Found[] {
  const path = ['blogs', index, 'show']
  if (blog.kind === 'class' && blog.show !== 'link') {
    return [
      {
        path,
        what: 'A class blog is written with pupils, so the planet only links to it.',
        mend: 'Write "show: link", or leave the line out.',
      },
    ]
  }
  if (blog.show === 'full' && !blog.licence) {
    return [
      {
        path,
        what: 'Full texts need an open licence.',
        mend: 'Add "licence:" with the licence the blog itself names, for example CC-BY-SA-4.0, or write "show: excerpt".',
      },
    ]
  }
  return []
}

function doubles(blogs: Blog[]): Found[] {
  const found: Found[] = []
  const ids = new Map<string, number>()
  const feeds = new Map<string, string>()
  for (const [index, blog] of blogs.entries()) {
    const first = ids.get(blog.id)
    if (first !== undefined) {
      found.push({
        path: ['blogs', index, 'id'],
        what: `The id "${blog.id}" is already taken by blogs[${first}].`,
        mend: 'Give this blog an id of its own.',
      })
    }
    ids.set(blog.id, first ?? index)
    const key = canonicalKey(blog.feed)
    const other = feeds.get(key)
    if (other !== undefined) {
      found.push({
        path: ['blogs', index, 'feed'],
        what: `This feed is already listed for "${other}".`,
        mend: 'Keep one of the two entries.',
      })
    }
    feeds.set(key, other ?? blog.id)
  }
  return found
}
