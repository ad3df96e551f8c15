import sanitizeHtml from 'sanitize-html'
import type { UntrustedHtml } from '../parse/feed.ts'

declare const safe: unique symbol

/** Markup that a page may hold as it is: allowed elements only, no scripts, styles, pictures, frames or event handlers. */
export type SafeHtml = string & { readonly [safe]: true }

const OPTIONS: sanitizeHtml.IOptions = {
  // Images, media and frames are left out: they show pupils' faces and call other origins.
  allowedTags: [
    'a',
    'abbr',
    'b',
    'bdi',
    'blockquote',
    'br',
    'cite',
    'code',
    'dd',
    'del',
    'dfn',
    'div',
    'dl',
    'dt',
    'em',
    'figcaption',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'i',
    'ins',
    'kbd',
    'li',
    'mark',
    'ol',
    'p',
    'pre',
    'q',
    's',
    'samp',
    'small',
    'span',
    'strong',
    'sub',
    'sup',
    'table',
    'tbody',
    'td',
    'tfoot',
    'th',
    'thead',
    'tr',
    'u',
    'ul',
    'var',
  ],
  allowedAttributes: {
    a: ['href', 'hreflang', 'rel'],
    abbr: ['title'],
    ol: ['start', 'reversed'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan', 'scope'],
    '*': ['lang', 'dir'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 50,
}

/**
 * Full text for `show: full`: what is left when all that could act, track or show a face is gone. Headings sink to `h3` and
 * below, because the page has its own; relative links are resolved against `base`.
 */
export function sanitise(html: UntrustedHtml, base: string): SafeHtml {
  const clean = sanitizeHtml(html, {
    ...OPTIONS,
    transformTags: {
      h1: 'h3',
      h2: 'h3',
      a: (tagName, attributes) => ({
        tagName,
        attribs: { ...attributes, href: absolute(attributes.href, base), rel: 'nofollow ugc' },
      }),
    },
  })
  return clean.toWellFormed() as SafeHtml
}

function absolute(href: string | undefined, base: string): string {
  return href !== undefined && URL.canParse(href, base) ? new URL(href, base).href : ''
}
