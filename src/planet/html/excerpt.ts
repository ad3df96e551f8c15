/** What may be shown of a text by right of quotation: at most 300 characters and at most 60 words, the ellipsis included. */
export const EXCERPT_CHARACTERS = 300
export const EXCERPT_WORDS = 60

/**
 * The beginning of a plain text, cut at the end of a word (or of a character where a script has no blanks), with an ellipsis
 * where something is left out.
 */
export function excerptOf(text: string): string {
  const head = firstWords(text, EXCERPT_WORDS)
  const characters = [...head]
  if (characters.length <= EXCERPT_CHARACTERS && head.length === text.length) return text
  if (characters.length < EXCERPT_CHARACTERS) return `${trimEnd(head)}…`
  const cut = characters.slice(0, EXCERPT_CHARACTERS - 1).join('')
  const blank = cut.lastIndexOf(' ')
  return `${trimEnd(blank > cut.length / 2 ? cut.slice(0, blank) : cut)}…`
}

function firstWords(text: string, limit: number): string {
  let words = 0
  for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', at + 1)) if (++words === limit) return text.slice(0, at)
  return text
}

const trimEnd = (text: string): string => text.replace(/[\s,;:.…–—-]+$/u, '')
