import { cardOf } from './card.ts'
import { showKeys } from './keys.ts'
import { joined } from './mine.ts'
import { find, part } from './page.ts'
import { read, type Store } from './store.ts'

/** The page of what is kept on this device: saved posts and what is hidden, out to a file and in again. */
export function fillOwnPage(store: Store): void {
  const own = find('#own')
  if (!own.id) return
  const told = find('[role=status]', own)
  const out = find('[download]', own)
  const file = find<HTMLInputElement>('input', own)
  const show = () => {
    const { saved, hidden } = store.mine()
    find('.cards', own).replaceChildren(...saved.map(cardOf))
    find('.hidden', own).replaceChildren(...Object.entries(hidden).map((one) => hiddenItem(store, one)))
  }
  out.onclick = () => {
    out.href = URL.createObjectURL(new Blob([JSON.stringify(store.mine(), null, 1)]))
  }
  file.onchange = async () => {
    const text = (await file.files?.[0]?.text()) ?? ''
    const added = read(() => text)
    store.change((mine) => joined(mine, added))
    told.textContent = told.dataset[(added.saved[0] ?? Object.keys(added.hidden)[0]) ? 'good' : 'bad'] ?? ''
    show()
  }
  find('.list-keys', own).onclick = () => showKeys(store)
  own.hidden = false
  show()
}

/** A hidden blog or topic, and the way back. */
function hiddenItem(store: Store, [place, name]: [string, string]): HTMLElement {
  const item = part('.again')
  const link = find('a', item)
  link.href = link.href.replace(/saved(?=\/$)/, place)
  link.text = name
  find('button', item).onclick = () => {
    store.change(({ hidden: { [place]: _, ...hidden } }) => ({ hidden }))
    // The button that was pressed is gone: on to the next, or to what comes after all of them.
    item.remove()
    find('.again button, .list-keys').focus()
  }
  return item
}
