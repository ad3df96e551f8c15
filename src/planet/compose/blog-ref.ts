import { createHash } from 'node:crypto'
import type { Blog } from '../config/feeds-file.ts'
import { plain } from '../html/text.ts'
import type { BlogRef } from './planet.ts'

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'khw', 'ks', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])

/** The direction a language (BCP 47) is written in, by its script where the tag names one. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const { language: primary, script } = new Intl.Locale(language)
  if (script !== undefined) return ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm'].includes(script) ? 'rtl' : 'ltr'
  return RIGHT_TO_LEFT.has(primary ?? '') ? 'rtl' : 'ltr'
}

/** How the cards name a blog. The hue depends on the id alone, so a blog keeps its colour. */
export function refOf(blog: Blog): BlogRef {
  return {
    id: blog.id,
    title: plain(blog.title),
    site: blog.site,
    kind: blog.kind,
    language: blog.language,
    dir: directionOf(blog.language),
    hue: createHash('sha256').update(blog.id).digest().readUInt16BE() % 360,
    monogram: monogramOf(plain(blog.title), blog.language),
  }
}

/**
 * The first letters of the first two words that are not mere articles: `Mates amb Núria` gives `MN`. Of Arabic script it is one letter:
 * two would join, and apart they are too wide for a stamp.
 */
function monogramOf(title: string, language: string): string {
  const joins = /\p{Script=Arabic}/u.test(title)
  // In Arabic the article is a part of its word.
  const words = title
    .replace(/(?<!\p{L})ال(?=\p{L}{2})/gu, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
  const weighty = words.filter((word) => [...word].length > 3 || /^\p{N}/u.test(word))
  return (weighty.length > 1 ? weighty : words)
    .slice(0, joins ? 1 : 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase(language)
}
