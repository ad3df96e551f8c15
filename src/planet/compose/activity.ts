/** The months that an activity line tells of: three years. */
export const ACTIVITY_MONTHS = 36

/** How many posts a blog wrote, month by month (UTC), oldest month first; and its busiest month, such as `2026-11`. */
export type Activity = { counts: number[]; posts: number; busiest: { month: string; posts: number } }

/**
 * Counts the posts of the last three years, this month among them; undefined where there was none. A date that was guessed says
 * nothing of when somebody wrote, and does not count.
 */
export function activityOf(posts: { published: string; dateGuessed?: true }[], now: string): Activity | undefined {
  const months = monthsBefore(now, ACTIVITY_MONTHS)
  const found = new Map(months.map((month) => [month, 0]))
  for (const { published, dateGuessed } of posts) {
    const month = published.slice(0, 7)
    const count = dateGuessed ? undefined : found.get(month)
    if (count !== undefined) found.set(month, count + 1)
  }
  const counts = [...found.values()]
  const most = Math.max(...counts)
  if (most === 0) return undefined
  // Of two busiest months the later one: it says more of the blog as it is.
  const busiest = { month: months[counts.lastIndexOf(most)] ?? '', posts: most }
  return { counts, posts: counts.reduce((sum, count) => sum + count, 0), busiest }
}

/** The month of `now` and those before it, oldest first. */
function monthsBefore(now: string, count: number): string[] {
  const last = new Date(now)
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - (count - 1 - index), 1)).toISOString().slice(0, 7),
  )
}
