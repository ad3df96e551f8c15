import { placeOf } from './mine.ts'
import { all, find, part, press } from './page.ts'
import type { Store } from './store.ts'

/** Offers to hide the blog or the topic that this page is about. Its own page goes on showing its posts. */
export function offerHiding(store: Store): void {
  const button = find('.hide')
  const place = placeOf(location.pathname)
  if (!place) return
  const show = () => press(button, place in store.mine().hidden)
  button.onclick = () => {
    store.change(({ hidden: { [place]: was, ...others } }) => ({
      hidden: was === undefined ? { ...others, [place]: find('h1').textContent ?? place } : others,
    }))
    show()
  }
  show()
}

/**
 * Takes the cards of hidden topics, and those whose blogs are all hidden, out of the lists of this page, with a line under them that
 * says how many. What was asked for by name stays: the posts of a blog on its page, of a topic on its, of a shelf under its permalinks.
 */
export function hideCards(store: Store): void {
  const { hidden } = store.mine()
  const here = placeOf(location.pathname)
  const isHidden = ({ pathname }: HTMLAnchorElement) => {
    const place = placeOf(pathname) ?? ''
    return place !== here && place in hidden
  }
  const gone = all('.on-list > .card').filter(
    (card) => all<HTMLAnchorElement>('.topic a', card).some(isHidden) || all<HTMLAnchorElement>('.from', card).every(isHidden),
  )
  const line = part('.unseen')
  if (!gone[0]) return
  const show = (shown: boolean) => {
    for (const card of gone) card.hidden = !shown
  }
  show(false)
  find('b', line).append(String(gone.length))
  find('button', line).onclick = () => {
    show(true)
    line.remove()
    find('a', gone[0]).focus()
  }
  all('.on-list').at(-1)?.after(line)
}
