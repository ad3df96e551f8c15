import { expect, test } from 'vitest'
import { dayIn, daysOf } from '../../../src/components/search/days.ts'

const said = (language: string, date: string) =>
  dayIn(daysOf(new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })), date)

test.each([
  ['en-001', '2026-11-02', '2 November 2026'],
  ['es', '2025-12-31', '31 de diciembre de 2025'],
  ['ca', '2026-04-05', '5 d’abril del 2026'],
  ['ru', '2026-05-09', '9 мая 2026 г.'],
  ['eu', '2026-01-20', '2026(e)ko urtarrilaren 20(a)'],
])('a day in %s', (language, date, words) => {
  expect(said(language, date).replace(/\u00a0|\u202f/g, ' ')).toBe(words)
})

test('what is no date is shown as it is', () => {
  expect(said('en-001', 'once')).toBe('once')
})
