import { cardOf } from './card.ts'
import { showKeys } from './keys.ts'
import { joined, type Mine, mineOf } from './mine.ts'
import { find, part } from './page.ts'
import type { Store } from './store.ts'

/** The page of what is kept on this device: saved posts and what is hidden, out to a file and in again. */
export function fillOwnPage(store: Store): void {
  const own = find('#own')
  const cards = find('#own .cards')
  const told = find('#own [role=status]')
  const out = find<HTMLAnchorElement>('#own [download]')
  const file = find<HTMLInputElement>('#own input')
  const keys = find('#own .list-keys')
  if (!own || !cards || !told || !out || !file || !keys) return
  const show = () => {
    const { saved, hidden } = store.mine()
    cards.replaceChildren(...saved.flatMap(cardOf))
    find('#own .hidden')?.replaceChildren(...Object.keys(hidden).flatMap((place) => hiddenItem(store, place)))
  }
  out.onclick = () => {
    out.href = URL.createObjectURL(new Blob([JSON.stringify(store.mine(), null, 1)]))
  }
  file.onchange = async () => {
    const added = read((await file.files?.[0]?.text()) ?? '')
    store.change((mine) => joined(mine, added))
    told.textContent = told.dataset[(added.saved[0] ?? Object.keys(added.hidden)[0]) ? 'good' : 'bad'] ?? ''
    show()
  }
  keys.onclick = () => showKeys(store)
  own.hidden = false
  show()
}

/** What a file holds; nothing where it is no JSON or none of ours. */
function read(text: string): Mine {
  try {
    return mineOf(JSON.parse(text))
  } catch {
    return mineOf({})
  }
}

/** A hidden blog or topic, and the way back. */
function hiddenItem(store: Store, place: string): HTMLElement[] {
  const item = part('.again')
  const link = item && find<HTMLAnchorElement>('a', item)
  const again = item && find('button', item)
  if (!link || !again) return []
  link.href = `${find('.name a')?.getAttribute('href')}${place}/`
  link.textContent = store.mine().hidden[place] ?? ''
  again.onclick = () => {
    store.change(({ hidden: { [place]: _, ...hidden } }) => ({ hidden }))
    item.remove()
  }
  return [item]
}
