import type { ParseResult, Source } from './feed.ts'

/** Says what bytes are that are no feed. */
export function diagnose(text: string, _source: Source): ParseResult {
  if (text.trim() === '') return { ok: false, code: 'empty', detail: 'The answer has no content.' }
  return { ok: false, code: 'not-a-feed', detail: text.slice(0, 100) }
}
