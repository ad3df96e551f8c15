import { lettersOf } from './letters.ts'
import type { Post } from './post.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What a reader would know a post by. Each may be empty. */
export type Looks = { title: string; slug: string; beginning: string }

/**
 * What likeness compares, worked out once for each of many comparisons. `time` in milliseconds; `second`: how the text goes on after
 * its first few words, where they are a sentence ("Photo: Ana. …").
 */
export type Features = Looks & { second: string; time: number; guessed: boolean; words: () => ReadonlySet<string> }

/** A kept post, or a draft. */
export type Seen = Pick<Post, 'title' | 'url' | 'published' | 'dateGuessed' | 'excerpt'>

/** The features of an entry, worked out when they are first asked for. */
export type Look = (entry: Seen) => Features

/** The features of a kept post, or of a draft that may become one. */
export function featuresOf({ title, url, published, dateGuessed, excerpt }: Seen): Features {
  let words: ReadonlySet<string> | undefined
  return {
    title: lettersOf(title),
    slug: slugOf(url),
    beginning: beginningOf(excerpt),
    second: beginningOf(/^[^.!?…:]{1,40}[.!?…:]\s(.*)$/su.exec(excerpt)?.[1] ?? ''),
    time: Date.parse(published),
    guessed: dateGuessed ?? false,
    words: () => {
      words ??= new Set(excerpt.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [])
      return words
    },
  }
}

const beginningOf = (text: string): string => lettersOf(text.slice(0, 120)).slice(0, 60)

/** The last part of an address where it is made of words: `/2026/11/flipped-classroom.html` gives `flippedclassroom`. */
function slugOf(address: string): string {
  if (!URL.canParse(address)) return ''
  const parts = new URL(address).pathname.split('/').filter((part) => part !== '' && !/^index\.\w+$/.test(part))
  const last = decoded(parts.at(-1) ?? '').replace(/\.\w{2,5}$/, '')
  // Jekyll files begin with their date; Medium ends its addresses with the number of the story.
  const slug = lettersOf(last.replace(/^\d{4}-\d{2}-\d{2}-/, '').replace(/-(?=[a-f]*\d)[0-9a-f]{10,12}$/, ''))
  return /\p{L}{4}/u.test(slug) ? slug : ''
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch (error) {
    // Bytes of an old encoding: they compare as they are written.
    if (error instanceof URIError) return part
    throw error
  }
}

/** How much each part of the looks says where it is the same: less where several posts of the blog have it (`traitsOf`). */
export type Weights = Record<keyof Looks, 'full' | 'common'>

const PLAIN: Weights = { title: 'full', slug: 'full', beginning: 'full' }

/**
 * How much speaks for two entries of one blog being one post, their dates aside, as a sum of clues for and against:
 *
 * | clue    | for                                                        | against                 |
 * |---------|------------------------------------------------------------|-------------------------|
 * | title   | 3 the same, 2 nearly or one within the other               | 5 another               |
 * | address | 3 the same last part                                       | 1 another               |
 * | text    | 4 the same, 3 mostly the same words, 1 half or the beginning | 4 hardly a word in common |
 *
 * What several posts of the blog share ("Homework", "Hello everybody") is worth 1. A clue that one of them lacks says nothing.
 */
export function likeness(a: Features, b: Features, weights: Weights = PLAIN): number {
  return titleClue(a, b, weights) + slugClue(a, b, weights) + textClue(a, b, weights)
}

function titleClue(a: Features, b: Features, weights: Weights): number {
  if (a.title === '' || b.title === '') return 0
  if (a.title === b.title) return weights.title === 'full' ? 3 : 1
  // A title that we made of the first words says nothing of a title that was given.
  if (startsWith(a.beginning, a.title) || startsWith(b.beginning, b.title)) return 0
  const [short, long] = a.title.length < b.title.length ? [a.title, b.title] : [b.title, a.title]
  const isNear = short.length >= 8 && numbersIn(short) === numbersIn(long) && (long.includes(short) || alike(short, long) >= 0.8)
  return isNear ? 2 : -5
}

/** Episode 23 is not episode 31, however alike the rest. */
const numbersIn = (title: string): string => (title.match(/\d+/g) ?? []).join(' ')

const startsWith = (text: string, title: string): boolean => text !== '' && text.startsWith(title.slice(0, 40))

function slugClue(a: Features, b: Features, weights: Weights): number {
  if (a.slug === '' || b.slug === '') return 0
  if (a.slug === b.slug) return weights.slug === 'full' ? 3 : 1
  return -1
}

/** The clue of the texts alone. */
export function textClue(a: Features, b: Features, weights: Weights = PLAIN): number {
  const part = sharedPart(a.words(), b.words())
  const shorter = Math.min(a.beginning.length, b.beginning.length)
  if (shorter >= 30 && a.beginning.slice(0, shorter) === b.beginning.slice(0, shorter)) {
    return (part ?? 1) >= (weights.beginning === 'full' ? 0.6 : 0.9) ? 4 : 1
  }
  if (part === undefined) return 0
  return part >= 0.7 ? 3 : part >= 0.5 ? 1 : part <= 0.2 ? -4 : 0
}

/** The part of the smaller set that is in the larger one; undefined where there are too few words to tell. */
function sharedPart(a: ReadonlySet<string>, b: ReadonlySet<string>): number | undefined {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  if (few.size < 5) return undefined
  let count = 0
  for (const word of few) if (many.has(word)) count++
  return count / few.size
}

/** Sørensen–Dice over pairs of letters: 1 for the same text, 0 for nothing in common. */
function alike(a: string, b: string): number {
  const pairs = (text: string): string[] => Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2))
  const left = new Set(pairs(a))
  const right = new Set(pairs(b))
  let shared = 0
  for (const pair of left) if (right.has(pair)) shared++
  return (2 * shared) / (left.size + right.size)
}

/**
 * Days between a kept post and a draft, as far as their dates tell; undefined where one was guessed and the guess allows both. A
 * guessed date is the day of first sight: what is dated after it is another post.
 */
export function daysApart(kept: Features, draft: Features): number | undefined {
  const days = Math.abs(draft.time - kept.time) / DAY
  if (!kept.guessed && !draft.guessed) return days
  if (!draft.guessed) return draft.time - kept.time > 3 * DAY ? days : undefined
  return days > 60 ? days : undefined
}

/** What the dates say for or against: platforms read a clock without its zone, so a day is not quite a day. */
export function dayClue(days: number | undefined): number {
  if (days === undefined) return 0
  return days <= 3 / 24 ? 3 : days <= 26 / 24 ? 2 : days <= 3 ? 1 : days <= 31 ? -1 : -2
}
