import { all, find } from './page.ts'

/** Lets the worker keep pages for days without a net, once this one is done: itself, the home, what is saved, what was chosen. */
export function keepOffline(): void {
  addEventListener('load', async () => {
    try {
      const { serviceWorker } = navigator
      await serviceWorker.register(new URL('sw.js', find<HTMLLinkElement>('[rel=manifest]').href))
      const { active } = await serviceWorker.ready
      active?.postMessage(
        all<HTMLAnchorElement>('.name a, [href$="/saved/"], #mine a')
          .map(({ href }) => href)
          .concat(location.href),
      )
    } catch {
      // No https, or a private window that refuses it: then there is nothing offline.
    }
  })
}
