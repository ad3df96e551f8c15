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

describe('each language of the pages', () => {
  const SAID: readonly [language: string, ...said: string[]][] = [
    [
      'en',
      '2 November 2026',
      'Monday 2 November',
      '2 November 2026 at 09:05',
      'November 2026',
      'yesterday',
      '3 days ago',
      '12,345',
    ],
    [
      'es',
      '2 de noviembre de 2026',
      'Lunes, 2 de noviembre',
      '2 de noviembre de 2026 a las 9:05',
      'noviembre de 2026',
      'ayer',
      'hace 3 días',
      '12.345',
    ],
    [
      'ca',
      '2 de novembre del 2026',
      'Dilluns, 2 de novembre',
      '2 de novembre del 2026, a les 9:05',
      'novembre del 2026',
      'ahir',
      'fa 3 dies',
      '12.345',
    ],
    [
      'ru',
      '2 ноября 2026 г.',
      'Понедельник, 2 ноября',
      '2 ноября 2026 г. в 09:05',
      'ноябрь 2026 г.',
      'вчера',
      '3 дня назад',
      '12 345',
    ],
    ['fr', '2 novembre 2026', 'Lundi 2 novembre', '2 novembre 2026 à 09:05', 'novembre 2026', 'hier', 'il y a 3 jours', '12 345'],
    [
      'pt',
      '2 de novembro de 2026',
      'Segunda-feira, 2 de novembro',
      '2 de novembro de 2026 às 09:05',
      'novembro de 2026',
      'ontem',
      'há 3 dias',
      '12.345',
    ],
    [
      'de',
      '2. November 2026',
      'Montag, 2. November',
      '2. November 2026 um 09:05',
      'November 2026',
      'gestern',
      'vor 3 Tagen',
      '12.345',
    ],
  ]
  it.each(SAID)('%s says when in its own way', (language, ...said) => {
    const { day, weekday, moment, month, ago } = dates(language, 'UTC', '2026-11-05T12:00:00Z')
    const then = '2026-11-02T09:05:00Z'
    const spoken = [day(then), weekday(then), moment(then), month('2026-11'), ago('2026-11-04T12:00:00Z'), ago(then)]
    const number = new Intl.NumberFormat(language).format(12345)
    expect([...spoken, number].map((text) => text.replace(/[\u00a0\u202f]/g, ' '))).toEqual(said)
  })

  it.each([
    ['2026-12-01', '1er décembre 2026'],
    ['2026-12-11', '11 décembre 2026'],
    ['2026-12-21', '21 décembre 2026'],
    ['2026-12-31', '31 décembre 2026'],
  ])('French says the first of a month, and counts the other days: %s', (date, said) => {
    expect(dates('fr', 'UTC', '2026-11-05T12:00:00Z').day(date)).toBe(said)
  })

  it('French says the first beside the weekday, and without a year', () => {
    const french = dates('fr', 'UTC', '2026-12-31T12:00:00Z')
    expect(french.weekday('2026-12-01')).toBe('Mardi 1er décembre')
    expect(french.ago('2026-12-01')).toBe('1er décembre')
    expect(french.moment('2026-12-01T11:11:00Z')).toBe('1er décembre 2026 à 11:11')
  })
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
    expect(eu.weekday('2026-11-21T07:00:00Z')).toBe('Azaroaren 21a, larunbata')
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
