const ADDRESSES = ['permalink', 'href', 'from'] as const
const FIELDS = [...ADDRESSES, 'title', 'blog', 'date', 'excerpt', 'lang', 'dir'] as const

/** A post as its card showed it when it was saved. Addresses are whole, or begin at the root of this host. */
export type SavedPost = Record<(typeof FIELDS)[number], string>

/** All that is remembered of a reader, on the reader's device alone. */
export type Mine = {
  /** Newest first. */
  saved: SavedPost[]
  /** Names of hidden blogs and topics, by their places: `blogs/number-line`, `topics/mathematics`. */
  hidden: Record<string, string>
  /** Places chosen last, newest first: `topics/primary`, `languages/ca`. */
  chosen: string[]
  /** Single keys do nothing. */
  still: boolean
}

const PLACE = /^(?:blogs|topics|languages)\/[\w-]+$/
const MOST = 1000

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, MOST) : '')
const isPlace = (value: unknown): value is string => PLACE.test(textOf(value))
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, MOST) : [])

/** A saved post, if each of its addresses is one that a browser may follow: never `javascript:`. */
function postOf(value: unknown): SavedPost[] {
  const given: Record<string, unknown> = Object(value)
  const post = Object.fromEntries(FIELDS.map((name) => [name, textOf(given[name])])) as SavedPost
  return ADDRESSES.every((name) => /^(?:https?:\/)?\//i.test(post[name])) ? [post] : []
}

/** What is sound in a value of unknown origin: what the device kept, or a file that somebody handed in. */
export function mineOf(value: unknown): Mine {
  const { saved, hidden, chosen, still }: Record<string, unknown> = Object(value)
  return {
    saved: list(saved).flatMap(postOf),
    hidden: Object.fromEntries(
      Object.entries(Object(hidden))
        .filter(([place]) => isPlace(place))
        .map(([place, name]) => [place, textOf(name)]),
    ),
    chosen: list(chosen).filter(isPlace),
    still: still === true,
  }
}

/** What was there, and what a file adds to it: saved posts that were not saved, and what is hidden. */
export const joined = (mine: Mine, added: Mine): Mine => ({
  ...mine,
  saved: [...mine.saved, ...added.saved.filter((one) => !mine.saved.some(({ permalink }) => permalink === one.permalink))],
  hidden: { ...added.hidden, ...mine.hidden },
})

/** Whether the page at a path (`/topics/art/`) is about something that a reader may hide. */
export const canHide = (path: string): boolean => /^\/(?:blogs|topics)\/[\w-]+\/$/.test(path)

/** The place that an address of the site names, whatever the language of the interface: `/ru/topics/art/2/` is `topics/art`. */
export const placeOf = (path: string): string | undefined => /.*\/((?:blogs|topics|languages)\/[\w-]+)\//.exec(path)?.[1]
