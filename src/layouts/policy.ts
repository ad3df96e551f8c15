import { createHash } from 'node:crypto'
import { themeScript } from './theme-script.ts'

const theme = createHash('sha256').update(themeScript).digest('base64')

/**
 * What a page lets itself load (Content Security Policy, level 3): nothing from elsewhere, no script in it but that of the theme, no
 * style in it at all. `compiles` is for the page whose script compiles an index reader. It is written by hand because every hash on a
 * page costs all its readers forty bytes that no compression takes away.
 */
export const policyOf = (compiles: boolean): string =>
  [
    "default-src 'none'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "style-src 'self'",
    `script-src 'self' 'sha256-${theme}'${compiles ? " 'wasm-unsafe-eval'" : ''}`,
  ].join(';')
