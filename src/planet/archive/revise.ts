import type { Draft } from './draft.ts'
import { lettersOf } from './letters.ts'
import type { Post } from './post.ts'

/** A later date may mend a clock or a plan by so many days. More is a bump or an import, and neither makes a post new again. */
const FORWARD_DAYS = 3
const DAY = 86_400_000

/** The kept post with what the draft changes and the keys it came under, or the kept post itself where that is nothing. */
export function revise(post: Post, draft: Draft, aliases: string[], now: string): Post {
  const { blog, url, dateGuessed: _, updated: told, ...rest } = draft
  const isMoved = aliases.some((alias) => !post.aliases.includes(alias))
  const updated = isEdited(post, draft, isMoved) ? (told ?? now) : post.updated
  const { id, firstSeen, shelf } = post
  const revised: Post = {
    id,
    blog,
    url,
    aliases: [...new Set([...post.aliases, ...aliases])],
    ...rest,
    ...dateOf(post, draft),
    ...(updated === undefined ? {} : { updated }),
    firstSeen,
    shelf,
  }
  return sameValue(revised, post) ? post : revised
}

function dateOf(post: Post, draft: Draft): Pick<Post, 'published' | 'dateGuessed'> {
  const kept = { published: post.published, ...(post.dateGuessed ? { dateGuessed: true as const } : {}) }
  if (draft.dateGuessed) return kept
  const isMended = post.dateGuessed || Date.parse(draft.published) - Date.parse(post.published) <= FORWARD_DAYS * DAY
  return isMended ? { published: draft.published } : kept
}

/**
 * Whether a reader would see another text. Another platform (`isMoved`: the post comes under keys that it had not) writes other
 * quotation marks and dashes, and ends the excerpt in another place: those are no edits.
 */
function isEdited(post: Post, draft: Draft, isMoved: boolean): boolean {
  return (
    !isSameText(post.title, draft.title) ||
    !(isSameText(post.excerpt, draft.excerpt) || (isMoved && isCutElsewhere(post.excerpt, draft.excerpt))) ||
    !(post.html === draft.html || isSameText(textOf(post.html), textOf(draft.html)))
  )
}

const isSameText = (a: string, b: string): boolean => a === b || lettersOf(a) === lettersOf(b)

function isCutElsewhere(a: string, b: string): boolean {
  const [before, after] = [lettersOf(a), lettersOf(b)]
  return before.startsWith(after) || after.startsWith(before)
}

const textOf = (html: string | undefined): string => (html ?? '').replace(/<[^>]*>/g, '')

/** Equal as written to disk, whatever the order of the fields. */
function sameValue(a: Post, b: Post): boolean {
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => {
      const [one, other]: unknown[] = [Reflect.get(a, name), Reflect.get(b, name)]
      return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other))
    })
  )
}
