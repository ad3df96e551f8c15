import type { Notice } from '../config/notices.ts'
import { calendarOf } from './calendar.ts'

/** A notice as the boards show it. `begun`: it runs already, and what matters is when it ends. */
export type OpenNotice = Notice & { begun: boolean }

/** The notices that are not over on the day of `now`, soonest first: by the day they begin, or end where they have begun. */
export function openNotices(notices: Notice[], now: string, timeZone: string): OpenNotice[] {
  const today = calendarOf(timeZone)(now)
  const next = ({ begun, begins, ends }: OpenNotice): string => (begun ? ends : begins)
  return notices
    .filter(({ ends }) => ends >= today)
    .map((notice) => ({ ...notice, begun: notice.begins <= today }))
    .sort((a, b) => {
      const [one, other] = [next(a), next(b)]
      return one < other ? -1 : one > other ? 1 : a.file < b.file ? -1 : 1
    })
}
