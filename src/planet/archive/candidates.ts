import type { Draft } from './draft.ts'
import { type Features, type Look, type Looks, likeness, type Weights } from './likeness.ts'
import type { Post } from './post.ts'

/** So many kept posts at most are looked at for one trait of a draft: those nearest in time. */
const NEAREST = 8
/** So far is looked for them among posts that are taken already. */
const STEPS = 100

/** Letters of a text, and of a title, that are enough to look a post up by. */
const START = 30
const TITLE_START = 12

const PARTS = ['title', 'slug', 'beginning'] as const satisfies (keyof Looks)[]

type Trait = { part: keyof Looks; key: string }

/** What tells posts apart: whole titles and ends of addresses, the first letters of a text. */
function traitsOf(looks: Looks): Trait[] {
  return PARTS.flatMap((part) => {
    const value = part === 'beginning' ? looks.beginning.slice(0, START) : looks[part]
    return value === '' || (part === 'beginning' && value.length < START) ? [] : [{ part, key: `${part} ${value}` }]
  })
}

/** Where a post is looked for: under its traits, and under what is left of them when words are set before the text or behind the title. */
function placesOf(features: Features): string[] {
  return [
    ...traitsOf(features).map(({ key }) => key),
    ...(features.title.length < TITLE_START ? [] : [`title ${features.title.slice(0, TITLE_START)}…`]),
    ...(features.second.length < START ? [] : [`beginning ${features.second.slice(0, START)}`]),
  ]
}

type Owner = { post: Post; features: Features }

/** Kept posts as they can be found by their looks. */
export type Candidates = {
  /** The free posts that share a trait with a draft, with how alike they look; a bounded number for each draft. */
  like(draft: Features, isFree: (post: Post) => boolean): { post: Post; looks: number }[]
}

/**
 * Indexes the looks of kept posts (oldest first) and of drafts that may be one of them. A trait that two posts or two drafts have is
 * common, and says less.
 */
export function indexLooks(kept: Post[], drafts: Draft[], look: Look): Candidates {
  const owners = new Map<string, Owner[]>()
  for (const post of kept) {
    const features = look(post)
    for (const key of placesOf(features)) {
      const own = owners.get(key)
      if (own === undefined) owners.set(key, [{ post, features }])
      else own.push({ post, features })
    }
  }
  const uses = new Map<string, number>()
  for (const { key } of drafts.flatMap((draft) => traitsOf(look(draft)))) uses.set(key, (uses.get(key) ?? 0) + 1)
  const isCommon = (key: string): boolean => (owners.get(key)?.length ?? 0) > 1 || (uses.get(key) ?? 0) > 1

  return {
    like(draft, isFree) {
      const weights: Weights = { title: 'full', slug: 'full', beginning: 'full' }
      const found = new Map<Post, Features>()
      for (const { part, key } of traitsOf(draft)) if (isCommon(key)) weights[part] = 'common'
      for (const key of placesOf(draft)) {
        for (const { post, features } of nearest(owners.get(key) ?? [], draft.time, isFree)) found.set(post, features)
      }
      return [...found].map(([post, features]) => ({ post, looks: likeness(features, draft, weights) }))
    },
  }
}

/** The free ones nearest in time, in steps outwards from that time; owners stand oldest first. */
function nearest(owners: Owner[], time: number, isFree: (post: Post) => boolean): Owner[] {
  let right = firstAfter(owners, time)
  let left = right - 1
  const found: Owner[] = []
  for (let step = 0; step < STEPS && found.length < NEAREST; step++) {
    const [before, after] = [owners[left], owners[right]]
    const isLeft = before !== undefined && (after === undefined || time - before.features.time <= after.features.time - time)
    const next = isLeft ? before : after
    if (next === undefined) break
    if (isLeft) left--
    else right++
    if (isFree(next.post)) found.push(next)
  }
  return found
}

function firstAfter(owners: Owner[], time: number): number {
  let [low, high] = [0, owners.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((owners[middle]?.features.time ?? Infinity) < time) low = middle + 1
    else high = middle
  }
  return low
}
