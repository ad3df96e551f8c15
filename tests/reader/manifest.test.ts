import { expect, it } from 'vitest'
import { parseFeedsFile } from '../../src/planet/config/feeds-file.ts'
import { manifestOf } from '../../src/reader/manifest.ts'

it('the manifest names the planet in its own language, under its base', () => {
  const { planet } = parseFeedsFile(
    'planet: {title: Claustre, description: {ca: Blogs de docents}, languages: [ca, es], contact: "mailto:a@b.example"}\nblogs: []\n',
  )
  expect(manifestOf(planet, (path) => `/p${path}`)).toMatchObject({
    name: 'Claustre',
    description: 'Blogs de docents',
    lang: 'ca',
    start_url: '/p/',
    scope: '/p/',
    icons: [{ src: '/p/icon.svg' }],
  })
})
