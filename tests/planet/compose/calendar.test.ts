import { expect, it } from 'vitest'
import { calendarOf, schoolYear } from '../../../src/planet/compose/calendar.ts'

it.each([
  ['Europe/Madrid', '2027-01-01'],
  ['America/Lima', '2026-12-31'],
])('in %s the last hour of the year is on %s', (zone, day) => {
  expect(calendarOf(zone)('2026-12-31T23:30:00.000Z')).toBe(day)
})

it.each([
  ['2026-09', 2026],
  ['2026-12', 2026],
  ['2027-01', 2026],
  ['2027-08', 2026],
])('%s is in the school year that began in %d', (month, year) => {
  expect(schoolYear(month)).toBe(year)
})
