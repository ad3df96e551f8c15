import { all, find } from './page.ts'

/** Lets the worker keep pages for days without a net, once this one is done: itself, the home, what is saved, what was chosen. */
export function keepOffline(): void {
  const manifest = find<HTMLLinkElement>('[rel=manifest]')
  if (!manifest || !('serviceWorker' in navigator) || import.meta.env.DEV) return
  addEventListener('load', async () => {
    try {
      await navigator.serviceWorker.register(new URL('sw.js', manifest.href))
      const { active } = await navigator.serviceWorker.ready
      active?.postMessage(
        all<HTMLAnchorElement>('.name a, [href$="/saved/"], #mine a')
          .map(({ href }) => href)
          .concat(location.href),
      )
    } catch {
      // Private windows refuse it: then there is nothing offline.
    }
  })
}
