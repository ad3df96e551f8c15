import { describe, expect, it } from 'vitest'
import { dates } from '../../src/i18n/dates.ts'

const madrid = dates('en', 'Europe/Madrid', '2026-11-21T08:00:00Z')

describe('how long ago a post was published', () => {
  it.each([
    ['2026-11-21T07:00:00Z', 'today'],
    ['2026-11-20T22:59:00Z', 'yesterday'],
    ['2026-11-20T23:01:00Z', 'today'],
    ['2026-11-15T12:00:00Z', '6 days ago'],
    ['2026-11-14T12:00:00Z', '14 November'],
    ['2025-12-31T22:00:00Z', '31 December 2025'],
    ['2025-12-31T23:30:00Z', '1 January'],
  ])('%s is %s, by the calendar of the planet', (published, said) => {
    expect(madrid.ago(published)).toBe(said)
  })
})

it('writes the day before the month in the English of the world', () => {
  expect(madrid.day('2026-11-02T08:00:00Z')).toBe('2 November 2026')
})

it('names a month whatever the time zone', () => {
  expect(dates('en', 'Pacific/Kiritimati', '2026-11-21T08:00:00Z').month('2026-11')).toBe('November 2026')
  expect(dates('en', 'Pacific/Pago_Pago', '2026-11-21T08:00:00Z').month('2026-11')).toBe('November 2026')
})

it('knows the day there', () => {
  expect(madrid.calendar('2026-11-20T23:30:00Z')).toBe('2026-11-21')
})
