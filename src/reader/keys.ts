import { all, find, part } from './page.ts'
import { meant } from './pressed.ts'
import type { Store } from './store.ts'

/** The keys, and the list of them that `?` shows. They can be switched off, as WCAG 2.1.4 asks of single letters. */
export function listenToKeys(store: Store): void {
  const act: Record<string, () => void> = {
    '/': search,
    j: () => go(1),
    k: () => go(-1),
    s: () => find('.card:focus-within .save').click(),
    '?': () => showKeys(store),
  }
  addEventListener('keydown', (event) => {
    const key = meant(event)
    if (key === 'escape') closeMenus()
    const asked = act[key]
    if (!asked || store.mine().still || (event.target as Element).closest('input, select, textarea, dialog')) return
    event.preventDefault()
    asked()
  })
  // Whoever goes on from an open menu finds nothing hidden behind it.
  addEventListener('keyup', () => closeMenus(':not(:focus-within)'))
}

/** Shows the list of the keys, with their switch. */
export function showKeys(store: Store): void {
  const dialog = part<HTMLDialogElement>('dialog')
  const use = find<HTMLInputElement>('input', dialog)
  use.checked = !store.mine().still
  use.onchange = () => store.change(() => ({ still: !use.checked }))
  dialog.onclose = () => dialog.remove()
  document.body.append(dialog)
  dialog.showModal()
}

const seen = (one: HTMLElement): boolean => one.checkVisibility()

/** To the field on this page that can be seen, else to the page with one. */
function search(): void {
  const field = all('[type=search]').find(seen)
  if (field) field.focus()
  else find('.glass').click()
}

/** To the title of the card that stands `step` after the one in focus; to the first where none is. */
function go(step: number): void {
  const titles = all('.title > a').filter(seen)
  const at = titles.findIndex((one) => one.closest('.card, li')?.matches(':focus-within'))
  titles[at < 0 ? 0 : at + step]?.focus()
}

function closeMenus(which = ''): void {
  for (const menu of all(`:is(.tongues, .chooser details)[open]${which}`)) {
    if (menu.matches(':focus-within')) find('summary', menu).focus()
    menu.removeAttribute('open')
  }
}
