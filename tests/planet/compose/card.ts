import type { BlogRef, Card } from '../../../src/planet/compose/planet.ts'
import { BLANK } from '../blank-post.ts'

/** A blog as cards name it, at `https://<id>.school.cat/`. */
export const blogRef = (id: string, fields: Partial<BlogRef> = {}): BlogRef => ({
  id,
  title: `Blog ${id}`,
  site: `https://${id}.school.cat/`,
  kind: 'teacher',
  language: 'en',
  dir: 'ltr',
  hue: 0,
  monogram: 'B',
  ...fields,
})

/** A card of a blog with nothing on it but a title; its address is `https://<blog>.school.cat/<id>/`. */
export const card = (blog: string | BlogRef, id: string, fields: Partial<Card> = {}): Card => {
  const source = typeof blog === 'string' ? blogRef(blog) : blog
  return {
    ...BLANK,
    id,
    blog: source.id,
    url: `${source.site}${id}/`,
    aliases: [],
    title: `Post ${id}`,
    published: '2026-11-03T10:00:00.000Z',
    firstSeen: '2026-11-03T12:00:00.000Z',
    shelf: '2026-11/1',
    language: 'en',
    source,
    alsoSources: [],
    permalink: `/archive/2026-11/1/#p-${id}`,
    dir: 'ltr',
    topics: [],
    topicsFromBlog: [],
    freeTags: [],
    ...fields,
  }
}
