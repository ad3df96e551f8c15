import type { SavedPost } from './mine.ts'
import { find, part } from './page.ts'

const page = document.documentElement
const said = (found: Element | null): string => found?.textContent?.trim() ?? ''

/** What a card shows, as it is saved. On the page of its own blog a card does not name the blog: the page does. */
export function postOf(card: HTMLElement): SavedPost {
  const title = find<HTMLAnchorElement>('.title a', card)
  const from = find('.from', card)
  return {
    permalink: find('.by a[href*="#p-"]', card)?.getAttribute('href') ?? '',
    href: title?.href ?? '',
    title: said(title),
    blog: said(from ?? find('h1')),
    from: from?.getAttribute('href') ?? location.pathname,
    date: find<HTMLTimeElement>('time', card)?.dateTime ?? '',
    excerpt: said(find('.excerpt', card)),
    lang: card.lang || page.lang,
    dir: card.dir || page.dir,
  }
}

/** The card of a saved post: texts and addresses, nothing else. */
export function cardOf({ permalink, href, title, blog, from, date, excerpt, lang, dir }: SavedPost): HTMLElement[] {
  const card = part('.card')
  if (!card) return []
  const fill = (selector: string, properties: object) => Object.assign(find(selector, card) ?? {}, properties)
  card.lang = lang
  if (dir !== page.dir) card.dir = dir
  fill('.title a', { href, textContent: title })
  fill('.from', { href: from })
  fill('bdi', { textContent: blog })
  fill('.from + a', { href: permalink })
  fill('time', {
    dateTime: date,
    textContent: new Date(date).toLocaleDateString(find('time', card)?.lang, { dateStyle: 'long', timeZone: 'UTC' }),
  })
  fill('.excerpt', { textContent: excerpt })
  return [card]
}
