import { defineConfig } from 'astro/config'
import { placeOf } from './src/planet/place.ts'

const { STAFFROOM_ROOT, STAFFROOM_PLANET, SITE_URL, BASE_PATH } = process.env
const root = STAFFROOM_ROOT ?? process.cwd()
const place = placeOf(root, STAFFROOM_PLANET ? { planet: STAFFROOM_PLANET } : {})

export default defineConfig({
  root,
  outDir: place.dist,
  site: SITE_URL ?? 'http://localhost:4321',
  base: BASE_PATH || '/',
  output: 'static',
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  // At one page after the other each mkdir and write is waited for alone: 40 % of the build.
  build: { format: 'directory', concurrency: 16, inlineStylesheets: 'never' },
  // A small script with import() breaks when it is inlined, and the policy of the pages lets none in.
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
})
