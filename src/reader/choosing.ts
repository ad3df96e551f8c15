import { placeOf } from './mine.ts'
import { all, find } from './page.ts'
import type { Store } from './store.ts'

const REMEMBERED = 3

/** Remembers what is chosen in the chooser, wherever it stands, and offers the last choices on the home. */
export function rememberChoices(store: Store): void {
  for (const link of all<HTMLAnchorElement>('.chooser a')) {
    const place = placeOf(link.pathname)
    if (place)
      link.onclick = () =>
        store.change(({ chosen }) => ({ chosen: [place, ...chosen.filter((one) => one !== place)].slice(0, REMEMBERED) }))
  }
  const forget = find('#mine button')
  // The links of this page's own chooser: they speak its language and lead somewhere.
  const links = store.mine().chosen.flatMap((place) => all(`.chooser a[href$="/${place}/"]`))
  forget.before(...links.map((link) => link.cloneNode(true)))
  for (const count of all('#mine .count')) count.remove()
  forget.hidden = !links[0]
  forget.onclick = () => {
    store.change(() => ({ chosen: [] }))
    for (const gone of all('#mine a + a, #mine button')) gone.remove()
    find('#mine a').focus()
  }
}
