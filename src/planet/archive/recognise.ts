import { sameBeat } from './beat.ts'
import { type Candidates, indexLooks } from './candidates.ts'
import type { Draft } from './draft.ts'
import { type Key, keysOf } from './identity.ts'
import { daysApart, featuresOf, type Look, likeness } from './likeness.ts'
import { isMove, movedPairs } from './moved.ts'
import { bestFirst, openPairing, type Pair, type Pairing, scoreOf } from './pairing.ts'
import type { Post } from './post.ts'

/** A draft with the hashes of its keys, and the kept post that it is; without one it is new. */
export type Recognised = { draft: Draft; aliases: string[]; post?: Post }

/** So many clues (see `scoreOf`) make two entries one post. */
const ENOUGH = 5
/** So many where a key that only counts speaks for it: numbers are given anew after a reinstall. */
const ENOUGH_COUNTED = 7
/** Outside of a move, a post that looks like a kept one is that one only within so many days: Christmas comes every year. */
const NEAR = 3
/** So long a title is remembered as one that comes back. In milliseconds. */
const SEASON = 100 * 86_400_000
/** What looks so much like the post that its key names, while another entry is that post, only repeats it. */
const SAME = 3

/**
 * Finds for each draft of one feed the kept post that it is. First by key (guid, address); then, where keys changed (new ids, another
 * host, another platform), by what a reader would know a post by: title, day, the end of its address, the beginning of its text. No
 * two drafts are one post; a draft that only repeats another is left out. The cost is linear in kept posts and drafts.
 * @param kept the posts of the blog, oldest first
 * @param home canonical keys of the blog's own addresses, which name no post
 */
export function recognise(kept: Post[], drafts: Draft[], home: ReadonlySet<string>): Recognised[] {
  const keys = keysOf(drafts, home)
  const entries = drafts.map((draft, index): Named => ({ index, draft, keys: keys[index] ?? [] }))
  const owners = ownersOf(kept)
  const look = remember()
  const pairing = openPairing()

  const single = withoutTwins(entries)
  for (const pair of single.flatMap((entry) => byNames(entry, owners, look)).sort(bestFirst)) pairing.claim(pair)
  const rest = single.filter((entry) => pairing.of(entry.index) !== undefined || !isRepetition(entry, owners, look))

  const strangers = rest.filter(({ index }) => pairing.of(index) === undefined)
  if (strangers.length > 0 && pairing.size() < kept.length) {
    const hasMoved = isMove(strangers.length, rest.length)
    const near = hasMoved ? kept : around(strangers, kept)
    const candidates = indexLooks(
      near,
      strangers.map(({ draft }) => draft),
      look,
    )
    const pairs = strangers.flatMap((entry) => byLooks(entry, candidates, owners, look, pairing))
    for (const pair of pairs.filter(isOnePost).sort(bestFirst)) pairing.claim(pair)
    if (hasMoved) {
      for (const pair of movedPairs(pairs, pairing, kept)) pairing.claim(pair)
      for (const pair of sameBeat(strangers, kept, look)) pairing.claim(pair)
    }
  }
  return rest.map(({ index, draft, keys }) => {
    const post = pairing.of(index)
    return { draft, aliases: keys.map(({ alias }) => alias), ...(post === undefined ? {} : { post }) }
  })
}

/**
 * Outside of a move only posts near in time can be meant; those before and behind tell which titles come back. So one new post costs
 * nothing for all that is kept.
 */
function around(strangers: Named[], kept: Post[]): Post[] {
  const times = strangers.map(({ draft }) => Date.parse(draft.published))
  const [from, to] = [Math.min(...times) - SEASON, Math.max(...times) + SEASON]
  return kept.filter(
    ({ published, dateGuessed }) => dateGuessed || (Date.parse(published) >= from && Date.parse(published) <= to),
  )
}

type Named = { index: number; draft: Draft; keys: Key[] }
type Owners = Map<string, Post[]>

function ownersOf(kept: Post[]): Owners {
  const owners: Owners = new Map()
  for (const post of kept) {
    for (const alias of post.aliases) {
      const own = owners.get(alias)
      if (own === undefined) owners.set(alias, [post])
      else own.push(post)
    }
  }
  return owners
}

function remember(): Look {
  const known = new Map<Parameters<Look>[0], ReturnType<Look>>()
  return (entry) => {
    const features = known.get(entry) ?? featuresOf(entry)
    known.set(entry, features)
    return features
  }
}

/** Of entries that are one and the same (by all their keys, or by their text and date) the first. A title alone is no proof. */
function withoutTwins(entries: Named[]): Named[] {
  const seen = new Set<string>()
  return entries.filter(({ draft, keys }) => {
    const names = [
      keys.map(({ alias }) => alias).join(' '),
      ...(draft.dateGuessed || draft.words === 0 ? [] : [`${draft.sha256} ${draft.published}`]),
    ]
    const isTwin = names.some((name) => seen.has(name))
    for (const name of names) seen.add(name)
    return !isTwin
  })
}

/** The posts that keys alone name. A key that only counts does so only where text or time are still the same. */
function byNames({ index, draft, keys }: Named, owners: Owners, look: Look): Pair[] {
  const counts = new Map<Post, number>()
  for (const { alias, counted } of keys) {
    for (const post of owners.get(alias) ?? []) {
      const isSame = post.sha256 === draft.sha256 || (!draft.dateGuessed && post.published === draft.published)
      if (!counted || isSame) counts.set(post, (counts.get(post) ?? 0) + 1)
    }
  }
  return [...counts].map(([post, keys]) => ({
    index,
    post,
    keys,
    looks: counts.size > 1 ? likeness(look(post), look(draft)) : 0,
    days: undefined,
    time: Date.parse(draft.published),
  }))
}

/** An entry whose post another entry of the feed has claimed with better keys, and which tells the same as it. */
function isRepetition({ draft, keys }: Named, owners: Owners, look: Look): boolean {
  return keys.some(
    ({ alias, counted }) => !counted && (owners.get(alias) ?? []).some((post) => likeness(look(post), look(draft)) >= SAME),
  )
}

/** The kept posts that look like an entry, and those that a key which only counts would name. */
function byLooks({ index, draft, keys }: Named, candidates: Candidates, owners: Owners, look: Look, pairing: Pairing): Pair[] {
  const features = look(draft)
  const counted = new Set(keys.filter((key) => key.counted).flatMap(({ alias }) => owners.get(alias) ?? []))
  const alike = candidates.like(features, pairing.isFree)
  const others = [...counted].filter((post) => pairing.isFree(post) && !alike.some((one) => one.post === post))
  return [...alike, ...others.map((post) => ({ post, looks: likeness(look(post), features) }))].map(({ post, looks }) => ({
    index,
    post,
    keys: counted.has(post) ? 0.5 : 0,
    looks,
    days: daysApart(look(post), features),
    time: features.time,
  }))
}

function isOnePost(pair: Pair): boolean {
  if (pair.keys > 0) return scoreOf(pair) >= ENOUGH_COUNTED
  return scoreOf(pair) >= ENOUGH && (pair.days ?? 0) <= NEAR
}
