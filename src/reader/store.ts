import { type Mine, mineOf } from './mine.ts'

/** The one key under which the device keeps it all. The script of the theme looks whether it is there. */
const KEY = 'reader'

export type Store = {
  mine(): Mine
  /** Reads anew, since another window may have written, and writes what `edit` gives. A full storage keeps what it had. */
  change(edit: (mine: Mine) => Partial<Mine>): void
}

/** What is had that way; nothing where it throws, as storage does that is blocked, and JSON that is none. */
const sound = <T>(reach: () => T): T | null => {
  try {
    return reach()
  } catch {
    return null
  }
}

/** What a text holds that the device kept or somebody handed in; nothing of it where it is no JSON or none of ours. */
export const read = (reach: () => string | null): Mine => mineOf(sound(() => JSON.parse(reach() ?? '')))

/**
 * Opens the storage that `reach` gives. Undefined where it throws or gives nothing, as browsers do that block storage: then nothing
 * that would have to be remembered is offered.
 */
export function openStore(reach: () => Storage | null): Store | undefined {
  const kept = sound(reach)
  if (!kept) return undefined
  const mine = () => read(() => kept.getItem(KEY))
  return {
    mine,
    change(edit) {
      const before = mine()
      try {
        kept.setItem(KEY, JSON.stringify({ ...before, ...edit(before) }))
      } catch {
        // Full: what reads next sees that nothing has changed, and says so.
      }
    },
  }
}
