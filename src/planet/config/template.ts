import { type FeedsFile, isLocal } from './feeds-file.ts'
import type { Found } from './rules.ts'

/** example.org and its like (RFC 2606), which belong to nobody. */
const NOBODY = /(?:^|[./@])example(?:\.[a-z]+)?$/

/**
 * What is left of the planet that ships in one that is no sample: a planet must not go out under another's name, with a contact
 * that nobody reads, or with invented blogs.
 */
export function templateValues({ planet, blogs }: FeedsFile): Found[] {
  if (planet.sample) return isSamplesOnly(planet, blogs) ? [] : [LEFT_ON]
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

/** The sample planet's own clock stands still: a real blog's new posts would wait for it for ever. */
const LEFT_ON: Found = {
  path: ['planet', 'sample'],
  what: 'This says that the planet is only a sample, whose clock stands still.',
  mend: 'Take out the lines "sample:" and "now:": this is your planet now.',
}

const isSamplesOnly = ({ title }: FeedsFile['planet'], blogs: FeedsFile['blogs']): boolean =>
  title === 'Staffroom' && blogs.every(isLocal)

function isNobodys(address: string): boolean {
  const { protocol, hostname, pathname } = new URL(address)
  return NOBODY.test(protocol === 'mailto:' ? pathname : hostname)
}
