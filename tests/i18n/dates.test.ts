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

describe('in Basque', () => {
  const eu = dates('eu', 'Europe/Madrid', '2026-11-21T08:00:00Z')

  it.each([
    ['2026-11-21T07:00:00Z', '2026ko azaroaren 21a'],
    ['2025-12-31T07:00:00Z', '2025eko abenduaren 31'],
    ['2021-03-11T07:00:00Z', '2021eko martxoaren 11'],
    ['2011-01-01T07:00:00Z', '2011ko urtarrilaren 1a'],
    ['2010-05-02T07:00:00Z', '2010eko maiatzaren 2a'],
    ['2020-05-05T07:00:00Z', '2020ko maiatzaren 5a'],
    ['2000-02-29T07:00:00Z', '2000ko otsailaren 29a'],
    ['1900-06-06T07:00:00Z', '1900eko ekainaren 6a'],
  ])('numbers take the ending they are spoken with: %s is %s', (iso, said) => {
    expect(eu.day(iso)).toBe(said)
  })

  it('the month keeps its case before a day', () => {
    expect(eu.weekday('2026-11-21T07:00:00Z')).toBe('azaroaren 21a, larunbata')
    expect(eu.ago('2026-11-02T07:00:00Z')).toBe('azaroaren 2a')
    expect(eu.month('2026-11')).toBe('2026ko azaroa')
    expect(eu.moment('2026-11-21T09:05:00Z')).toBe('2026ko azaroaren 21a (10:05)')
  })
})

it('writes Arabic dates with the digits of its other numbers', () => {
  const ar = dates('ar', 'Europe/Madrid', '2026-11-21T08:00:00Z')
  expect(ar.day('2026-11-02T08:00:00Z')).toBe('2 نوفمبر 2026')
  expect(ar.ago('2026-11-18T08:00:00Z')).toBe('قبل 3 أيام')
  expect(new Intl.NumberFormat('ar').format(12)).toBe('12')
})
