import { expect, test } from 'vitest'
import { otherWords } from '../../src/components/spellings.ts'

const written = [
  { text: '#ABP', language: 'es', posts: 5 },
  { text: 'abp', language: 'ca', posts: 4 },
  { text: 'Project-Based Learning', language: 'en', posts: 3 },
  { text: 'проекты', language: 'ru', posts: 2 },
  { text: 'PBL', language: 'en', posts: 1 },
]

test('each word is named once, without the label of the topic, in its own language', () => {
  expect(otherWords(written, { text: 'Project-based learning' }, 10)).toEqual([
    { text: 'ABP', lang: 'es' },
    { text: 'проекты', lang: 'ru' },
    { text: 'PBL', lang: 'en' },
  ])
})

test('no more words than asked for, most used first', () => {
  expect(otherWords(written, { text: 'Projects' }, 2).map(({ text }) => text)).toEqual(['ABP', 'Project-Based Learning'])
})
