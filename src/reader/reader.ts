import { rememberChoices } from './choosing.ts'
import { hideCards, offerHiding } from './hiding.ts'
import { listenToKeys } from './keys.ts'
import { keepOffline } from './offline.ts'
import { fillOwnPage } from './own-page.ts'
import { find } from './page.ts'
import { offerSaving } from './saving.ts'
import { offerSharing } from './shelf.ts'
import { openStore } from './store.ts'

// What is the reader's own. Every page works without it.
const store = openStore(() => localStorage)
if (store) {
  hideCards(store)
  fillOwnPage(store)
  offerSaving(store)
  // Lists that are filled later: what is searched for, and what a file brings.
  new MutationObserver(() => offerSaving(store)).observe(find('#found, #own .cards'), { childList: true })
  offerHiding(store)
  rememberChoices(store)
  listenToKeys(store)
} else {
  find('.hide').hidden = true
  find('#blocked').hidden = false
}
offerSharing()
if (import.meta.env.PROD) keepOffline()
