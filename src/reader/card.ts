import type { SavedPost } from './mine.ts'
import { find, part } from './page.ts'

const page = document.documentElement

/** What a card shows, as it is saved. On the page of its own blog a card does not name the blog: the page does. */
export function postOf(card: HTMLElement): SavedPost {
  const title = find('.title a', card)
  const from = find('.from', card)
  return {
    permalink: find('[href*="#p-"]', card).href,
    href: title.href,
    title: title.text,
    blog: from.text || (find('h1').textContent ?? ''),
    from: from.href || location.pathname,
    date: find<HTMLTimeElement>('time', card).dateTime,
    excerpt: find('.excerpt', card).textContent ?? '',
    lang: card.lang || page.lang,
    dir: card.dir || page.dir,
  }
}

/** The card of a saved post: texts and addresses, nothing else. */
export function cardOf({ permalink, href, title, blog, from, date, excerpt, lang, dir }: SavedPost): HTMLElement {
  const card = part('.card')
  card.lang = lang
  if (dir !== page.dir) card.dir = dir
  const heading = find('.title a', card)
  heading.href = href
  heading.text = title
  find('.from', card).href = from
  find('bdi', card).textContent = blog
  find('.from + a', card).href = permalink
  const time = find<HTMLTimeElement>('time', card)
  time.dateTime = date
  time.textContent = new Date(date).toLocaleDateString(time.lang, { dateStyle: 'long', timeZone: 'UTC' })
  find('.excerpt', card).textContent = excerpt
  return card
}
