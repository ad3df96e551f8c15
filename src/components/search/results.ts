import type { Result } from '../../search/records.ts'
import { element } from './element.ts'

/**
 * One result as a card: title to the blog, blog, author and date, which leads to the permalink, and the excerpt. `site` is the path
 * of the site without a slash at its end, `blogs` that of its list of blogs.
 */
export function resultCard(result: Result, site: string, blogs: string, day: (date: string) => string): HTMLElement {
  const { lang, dir } = document.documentElement
  const { blog, author, excerpt } = result
  const [id, name] = blog
  const card = element(
    'article',
    { className: 'card', ...(result.lang === lang ? {} : { lang: result.lang }) },
    element('h2', { className: 'title' }, element('a', { href: result.href, dir: result.dir ?? 'auto' }, result.title)),
    element(
      'p',
      { className: 'by', lang, dir },
      element('a', { className: 'from', href: `${blogs}${id}/` }, element('bdi', {}, name)),
      author && element('bdi', {}, author),
      element('a', { href: site + result.url }, element('time', { dateTime: result.date }, day(result.date))),
    ),
    excerpt && element('p', { className: 'excerpt', dir: result.dir ?? 'auto' }, excerpt),
  )
  const written = result.dir ?? 'ltr'
  if (written !== dir) card.dir = written
  return element('li', {}, card)
}
