/** Code pages of the time before UTF-8, by the language a feed names: what browsers take when nothing is declared. */
const BY_LANGUAGE: [RegExp, string[]][] = [
  [/^(?:ru|uk|be|bg|sr|mk)\b/i, ['windows-1251', 'koi8-r']],
  [/^el\b/i, ['windows-1253']],
  [/^he\b/i, ['windows-1255']],
  [/^(?:ar|fa|ur)\b/i, ['windows-1256']],
  [/^tr\b/i, ['windows-1254']],
  [/^(?:pl|cs|sk|hu|sl|hr|ro)\b/i, ['windows-1250', 'iso-8859-2']],
  [/^(?:lt|lv|et)\b/i, ['windows-1257']],
  [/^th\b/i, ['windows-874']],
  [/^ja\b/i, ['euc-jp', 'shift_jis']],
  [/^ko\b/i, ['euc-kr']],
  [/^zh-(?:tw|hk|hant)\b/i, ['big5']],
  [/^zh\b/i, ['gb18030']],
]

const SAMPLE = 65_536
const LATIN = new TextDecoder('latin1')

/**
 * Guesses the encoding of bytes that declare none and are no UTF-8, from the language the feed names and from which letters come out.
 * Old Russian feeds (windows-1251, koi8-r) and Chinese ones (gb18030) are the common case. Falls back to windows-1252.
 */
export function guess(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE)
  const head = LATIN.decode(sample)
  const language = head.match(/<(?:dc:)?language>\s*([a-zA-Z-]+)/)?.[1] ?? head.match(/\bxml:lang=["']([a-zA-Z-]+)/)?.[1]
  const named = BY_LANGUAGE.find(([pattern]) => language !== undefined && pattern.test(language))?.[1]
  if (named) return named.reduce((best, next) => (fluency(sample, next) > fluency(sample, best) ? next : best))
  const wide = ['gb18030', 'euc-jp', 'shift_jis', 'euc-kr'].filter((encoding) => fluency(sample, encoding) > 0.9)
  const cyrillic = ['windows-1251', 'koi8-r'].filter((encoding) => fluency(sample, encoding) > 0.9)
  const best = (list: string[]) => list.toSorted((a, b) => fluency(sample, b) - fluency(sample, a))[0]
  return best(cyrillic) ?? best(wide) ?? 'windows-1252'
}

/** How much of the text above ASCII reads like words of the encoding's own script, 0 to 1. */
function fluency(sample: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(sample)
  const high = text.match(/[^\p{ASCII}]+/gu)?.join('') ?? ''
  if (high === '') return 0
  return (high.match(SCRIPTS[encoding] ?? /\p{Letter}/gu)?.length ?? 0) / [...high].length
}

// In the wrong Cyrillic code page small letters come out as capitals, so only small ones count.
const SMALL_CYRILLIC = /[а-яё]/gu
const SCRIPTS: Record<string, RegExp> = {
  'windows-1251': SMALL_CYRILLIC,
  'koi8-r': SMALL_CYRILLIC,
  gb18030: /[\u4e00-\u9fa5\u3000-\u303f\uff00-\uffef]/gu,
  'euc-jp': /[\u3040-\u30ff\u4e00-\u9fa5\u3000-\u303f]/gu,
  shift_jis: /[\u3040-\u30ff\u4e00-\u9fa5\u3000-\u303f]/gu,
  'euc-kr': /[\uac00-\ud7a3]/gu,
}
