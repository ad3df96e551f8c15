import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from './command.ts'

const english = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(join(root, 'src/i18n/en.json'), 'utf8')))

/** Why a feed failed and what to do, in plain English for the terminal, with the detail that the server or parser gave. */
export function failureSentence(code: string, detail?: string): string {
  const what = english[`failure.${code}.what`] ?? code
  const mend = english[`failure.${code}.mend`] ?? ''
  return [what, detail ? `(${detail})` : '', mend].filter(Boolean).join(' ')
}
