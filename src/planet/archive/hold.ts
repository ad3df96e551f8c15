import type { HoldCode, HoldSignal } from './post.ts'
import { type Change, isSignedByKnown, signalsOf } from './signals.ts'

/** So much a signal weighs where all new posts show it. */
const WEIGHTS: Record<HoldCode, number> = {
  ids: 2,
  host: 1.5,
  language: 3.5,
  topics: 2,
  words: 3,
  links: 2,
  authors: 1,
  title: 0.5,
  pace: 1,
}
/** A feed that weighs so much is held: three things at least must have changed at once. */
const HELD = 6
/** Somebody who wrote here before speaks for the feed, whatever else changed. */
const KNOWN_AUTHOR = -1.5
/** Content wholly of another kind, the one signal that holds alone: words of trade in so many percent of three new posts or more. */
const WHOLLY = 80
const FEWEST = 3

/** `excused`: the feed is what is kept, or its owner moved it; it needs no word. */
export type Verdict = { holds: boolean; excused: boolean; score: number; signals: HoldSignal[] }

/**
 * Whether a feed changed its nature in one step, as when a domain lapsed and somebody else writes under it. Held where what is new weighs
 * enough, unless half of the feed is known, or the old address redirects to another place (`moved`): then only what is wholly of another
 * kind is held. A blog of which less than three posts are kept has no nature
 * yet, and one new post alone may always be about something else.
 */
export function judge(change: Change, { moved }: { moved: boolean }): Verdict {
  const { kept, fresh, entries } = change
  const calm: Verdict = { holds: false, excused: true, score: 0, signals: [] }
  if ((entries - fresh.length) * 2 >= entries) return calm
  if (kept.length < FEWEST || fresh.length < 2) return { ...calm, excused: false }

  const signals = signalsOf(change)
  const trade = signals.find(({ code }) => code === 'words')?.value ?? 0
  if (fresh.length >= FEWEST && trade >= WHOLLY) return { holds: true, excused: false, score: HELD, signals }
  const score = signals.reduce(
    (sum, { code, value }) => sum + (WEIGHTS[code] * value) / 100,
    isSignedByKnown(change) ? KNOWN_AUTHOR : 0,
  )
  return { holds: !moved && score >= HELD, excused: moved, score, signals }
}
