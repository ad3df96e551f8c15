import { expect, it } from 'vitest'
import { openNotices } from '../../../src/planet/compose/notices.ts'
import type { Notice } from '../../../src/planet/config/notices.ts'

const notice = (begins: string, ends = begins): Notice => ({
  board: 'events',
  file: `content/events/${begins}.md`,
  title: begins,
  begins,
  ends,
  online: true,
  url: 'https://example.org/',
  language: 'en',
  text: '',
})

const open = (notices: Notice[], now: string, zone = 'Europe/Madrid') => openNotices(notices, now, zone)

it('notices come down after their last day, and stand soonest first: by their end where they have begun', () => {
  const all = [
    notice('2026-12-24'),
    notice('2026-11-25'),
    notice('2026-11-01', '2026-12-01'),
    notice('2026-11-10', '2026-11-19'),
    notice('2026-11-20'),
  ]
  expect(open(all, '2026-11-20T07:00:00.000Z').map(({ begins, begun }) => [begins, begun])).toEqual([
    ['2026-11-20', true],
    ['2026-11-25', false],
    ['2026-11-01', true],
    ['2026-12-24', false],
  ])
})

it('the day is that of the planet', () => {
  const lastHour = '2026-11-20T23:30:00.000Z'
  expect(open([notice('2026-11-20')], lastHour)).toEqual([])
  expect(open([notice('2026-11-20')], lastHour, 'America/Lima')).toHaveLength(1)
})
