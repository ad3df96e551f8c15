import { postOf } from './card.ts'
import { all, find, part, press } from './page.ts'
import type { Store } from './store.ts'

/** Gives each card that has none yet a button that saves it on this device, and says so once it is pressed. */
export function offerSaving(store: Store): void {
  const { saved } = store.mine()
  for (const card of all('.card')) {
    const button = part('.save')
    const { permalink } = postOf(card)
    if (all('.save', card)[0]) continue
    const isOther = (one: { permalink: string }) => one.permalink !== permalink
    press(button, !saved.every(isOther))
    find('.by', card).append(button)
    button.onclick = () => {
      store.change(({ saved }) => {
        const others = saved.filter(isOther)
        return { saved: others.length < saved.length ? others : [postOf(card), ...saved] }
      })
      const pressed = !store.mine().saved.every(isOther)
      press(button, pressed)
      find('.kept').remove()
      if (pressed) button.before(part('.kept'))
    }
  }
}
