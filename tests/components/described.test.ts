import { expect, it } from 'vitest'
import { describedIn } from '../../src/components/described.ts'
import { parseFeedsFile } from '../../src/planet/config/feeds-file.ts'

const planet = (fields: string) =>
  parseFeedsFile(`planet: {title: Ours, contact: "mailto:us@school.cat", ${fields}}\nblogs: []\n`).planet

it.each([
  ['in the reader’s language', 'languages: [en, ca], description: {en: Blogs, ca: Els blogs}', { text: 'Els blogs' }],
  [
    'else in the first of the planet’s',
    'languages: [es, en, ca], description: {en: Blogs, es: Unos}',
    { text: 'Unos', lang: 'es' },
  ],
  ['else in whatever there is', 'languages: [ca], description: {en: Blogs}', { text: 'Blogs', lang: 'en' }],
  ['else by its name', 'languages: [ca]', { text: 'Ours' }],
])('a planet is described %s', (_, fields, said) => {
  expect(describedIn(planet(fields), 'ca')).toEqual(said)
})
