import type { Member } from '../planet/compose/planet.ts'
import { licenceWords } from './licences.ts'

/** What search engines are told of a blog; `page` is the address of its page here, `about` what it writes about, in words. */
export function blogData(member: Member, page: string, about: string[]): Record<string, unknown> {
  const { blog } = member
  return {
    '@context': 'https://schema.org',
    '@type': 'Blog',
    '@id': member.site,
    name: member.title,
    url: member.site,
    inLanguage: blog.language,
    mainEntityOfPage: page,
    ...(blog.description ? { description: blog.description } : {}),
    ...authorOf(member),
    ...(blog.licence ? { license: licenceWords(blog.licence).url } : {}),
    ...(about.length > 0 ? { keywords: about.join(', ') } : {}),
    ...(blog.me.length > 0 ? { sameAs: blog.me } : {}),
  }
}

/** A teacher goes by the name she chose, a school or a group by its own. Of a class nobody is named. */
function authorOf({ kind, title, blog }: Member): { author?: { '@type': string; name: string } } {
  if (kind === 'class') return {}
  if (kind === 'teacher') return blog.author ? { author: { '@type': 'Person', name: blog.author } } : {}
  return { author: { '@type': 'Organization', name: blog.author ?? title } }
}
