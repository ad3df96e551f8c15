import type { Meta } from './pagefind.ts'

/** One result as a list item: title to the blog, blog, author and date, which leads to the permalink, and the excerpt. */
export function resultItem({ url, meta }: { url: string; meta: Meta }, date: Intl.DateTimeFormat): HTMLElement {
  const foreign = meta.lang === document.documentElement.lang ? {} : { lang: meta.lang }
  const time = element('time', { dateTime: meta.date }, date.format(new Date(meta.date)))
  const by = [
    element('bdi', { className: 'blog-name' }, meta.blog),
    meta.author ? element('bdi', {}, meta.author) : '',
    element('a', { href: url }, time),
  ]
  return element(
    'li',
    {},
    element('h2', { className: 'title', ...foreign }, element('a', { href: meta.href, dir: 'auto' }, meta.title)),
    element('p', { className: 'by' }, ...by.flatMap((part) => (part === '' ? [] : [part, ' ']))),
    meta.excerpt ? element('p', { className: 'excerpt', dir: 'auto', ...foreign }, meta.excerpt) : '',
  )
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}
