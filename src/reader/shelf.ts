import { postOf } from './card.ts'
import { all, find, part } from './page.ts'

/** On a shelf, beside citing and reporting: copy, and the device's own way to share where it has one. */
export function offerSharing(): void {
  for (const doing of all('.card .doing')) {
    const copy = part('.copy')
    const share = part('.share')
    const card = doing.closest<HTMLElement>('.card')
    if (!card) continue
    const { title, permalink: url } = postOf(card)
    copy.onclick = async () => {
      await navigator.clipboard.writeText(find('.cite', doing).textContent || `${title}\n${url}`)
      copy.append(' ✓')
      copy.onclick = null
    }
    // Who thinks better of it closes the device's sheet, which comes back as an error.
    share.onclick = () => navigator.share({ title, url }).catch(() => undefined)
    if (navigator.clipboard) doing.append(copy)
    if (navigator.share !== undefined) doing.append(share)
  }
}
