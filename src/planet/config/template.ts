import type { FeedsFile } from './feeds-file.ts'
import type { Found } from './rules.ts'

/** example.org and its like (RFC 2606), which belong to nobody. */
const NOBODY = /(?:^|[./@])example(?:\.[a-z]+)?$/

/**
 * What is left of the planet that ships in one that is no sample: a planet must not go out under another's name, with a contact
 * that nobody reads, or with invented blogs.
 */
export function templateValues({ planet, blogs }: FeedsFile): Found[] {
  if (planet.sample) return []
  const found: Found[] = []
  if (planet.title === 'Staffroom') {
    found.push({
      path: ['planet', 'title'],
      what: 'This is the name of the planet that ships with the program.',
      mend: 'Give your planet a name of its own.',
    })
  }
  if (isNobodys(planet.contact)) {
    found.push({
      path: ['planet', 'contact'],
      what: `Nobody reads "${planet.contact}".`,
      mend: 'Write an address that somebody reads: people will ask there for a text to be taken down.',
    })
  }
  for (const [index, blog] of blogs.entries()) {
    if (!blog.feed.startsWith('content/samples/') && !isNobodys(blog.site)) continue
    found.push({
      path: ['blogs', index],
      what: `"${blog.title}" is an invented blog, a sample.`,
      mend: 'Take it out of feeds.yaml.',
    })
  }
  return found
}

function isNobodys(address: string): boolean {
  const { protocol, hostname, pathname } = new URL(address)
  return NOBODY.test(protocol === 'mailto:' ? pathname : hostname)
}
