/** Platforms on which many blogs share one host, whatever stands before the name. Ours to be gentle with as one. */
const SHARED = [
  'wordpress.com',
  'home.blog',
  'tumblr.com',
  'livejournal.com',
  'dreamwidth.org',
  'wixsite.com',
  'weebly.com',
  'squarespace.com',
  'typepad.com',
  'typepad.fr',
  'medium.com',
  'substack.com',
  'ghost.io',
  'github.io',
  'gitlab.io',
  'codeberg.page',
  'netlify.app',
  'vercel.app',
  'pages.dev',
  'neocities.org',
  'bearblog.dev',
  'micro.blog',
  'mataroa.blog',
  'write.as',
  'edublogs.org',
  'hypotheses.org',
  'over-blog.com',
  'canalblog.com',
  'eklablog.com',
  'blogia.com',
  'hatenablog.com',
  'hatenadiary.jp',
  'fc2.com',
  'ucoz.ru',
  'ucoz.net',
  'narod.ru',
  'jimdofree.com',
  'jimdosite.com',
  'webnode.es',
  'webnode.cat',
  'webnode.page',
  'mozello.com',
  'strikingly.com',
  'espaivilaweb.cat',
  'rssing.com',
]

const BLOGSPOT = /\.blogspot\.(?:com(?:\.[a-z]{2})?|co\.[a-z]{2}|[a-z]{2,4})$/

/**
 * The host that a politeness rule counts by: the name without its port, or the platform that it belongs to.
 * @example hostKey(new URL('https://nuria.wordpress.com/feed/')) === 'wordpress.com'
 */
export function hostKey(url: URL): string {
  const name = url.hostname.replace(/\.$/, '')
  if (BLOGSPOT.test(name)) return 'blogspot.com'
  return SHARED.find((platform) => name.endsWith(`.${platform}`)) ?? name
}
