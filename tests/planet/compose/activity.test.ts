import { describe, expect, it } from 'vitest'
import { ACTIVITY_MONTHS, activityOf } from '../../../src/planet/compose/activity.ts'

const NOW = '2026-11-20T07:00:00.000Z'
const on = (...days: string[]) => days.map((day) => ({ published: `${day}T10:00:00.000Z` }))

describe('the activity of a blog', () => {
  it('counts its posts month by month, this month last', () => {
    const activity = activityOf(on('2026-11-19', '2026-11-01', '2026-09-30', '2023-12-01'), NOW)
    expect(activity?.counts).toHaveLength(ACTIVITY_MONTHS)
    expect([activity?.counts[0], activity?.counts.slice(-3)]).toEqual([1, [1, 0, 2]])
    expect(activity).toMatchObject({ posts: 4, busiest: { month: '2026-11', posts: 2 } })
  })

  it('leaves out what is older than three years, or has yet to come', () => {
    expect(activityOf(on('2023-11-30', '2026-12-01', '2026-03-15'), NOW)?.posts).toBe(1)
  })

  it('does not count a date that was guessed', () => {
    expect(activityOf([{ published: NOW, dateGuessed: true }, ...on('2026-11-01')], NOW)?.posts).toBe(1)
  })

  it('names the later of two months that are equally busy', () => {
    expect(activityOf(on('2025-01-15', '2026-03-15'), NOW)?.busiest.month).toBe('2026-03')
  })

  it('is nothing where nothing was written for three years', () => {
    expect(activityOf(on('2019-05-05'), NOW)).toBeUndefined()
    expect(activityOf([], NOW)).toBeUndefined()
  })
})
