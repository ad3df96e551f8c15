import { createHash } from 'node:crypto'
import { defineConfig } from 'astro/config'
import { themeScript } from './src/layouts/theme-script.ts'
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
  // A small script with import() breaks when it is inlined, and inlined scripts need hashes.
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
      scriptDirective: {
        resources: ["'self'"],
        hashes: [`sha256-${createHash('sha256').update(themeScript).digest('base64')}`],
      },
    },
  },
})
