import { cardOf } from './card.ts'
import { showKeys } from './keys.ts'
import { joined, type Mine, mineOf } from './mine.ts'
import { find, part } from './page.ts'
import type { Store } from './store.ts'

/** The page of what is kept on this device: saved posts and what is hidden, out to a file and in again. */
export function fillOwnPage(store: Store): void {
  const own = find('#own')
  const told = find('[role=status]', own)
  const out = find('[download]', own)
  const file = find<HTMLInputElement>('input', own)
  const show = () => {
    const { saved, hidden } = store.mine()
    find('.cards', own).replaceChildren(...saved.flatMap(cardOf))
    find('.hidden', own).replaceChildren(...Object.entries(hidden).flatMap((one) => hiddenItem(store, one)))
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
  find('.list-keys', own).onclick = () => showKeys(store)
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
function hiddenItem(store: Store, [place, name]: [string, string]): HTMLElement[] {
  const item = part('.again')
  if (!item) return []
  const link = find('a', item)
  link.href = link.href.replace(/saved(?=\/$)/, place)
  link.text = name
  find('button', item).onclick = () => {
    store.change(({ hidden: { [place]: _, ...hidden } }) => ({ hidden }))
    item.remove()
  }
  return [item]
}
