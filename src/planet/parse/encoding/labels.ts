/** Names that servers and programs use and the Encoding Standard does not know. */
const ALIASES: Record<string, string> = {
  utf8mb4: 'utf-8',
  'utf-8-sig': 'utf-8',
  utf_8: 'utf-8',
  cp936: 'gbk',
  'cp-936': 'gbk',
  ms936: 'gbk',
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  cp950: 'big5',
  cp932: 'shift_jis',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  eucjp: 'euc-jp',
  euckr: 'euc-kr',
  gb18030: 'gb18030',
  macroman: 'macintosh',
  'x-mac-roman': 'macintosh',
  'iso8859-1': 'windows-1252',
  'us-ascii': 'windows-1252',
}

/** The Encoding Standard's name for a label, or nothing where it means nothing: `win1251` is `windows-1251`. */
export function encodingOf(label: string | undefined): string | undefined {
  if (label === undefined) return undefined
  const plain = label
    .trim()
    .toLowerCase()
    .replace(/^["']|["';,]+$/g, '')
  if (/^(?:utf-?32|ucs-?4)/.test(plain)) return undefined
  const name = ALIASES[plain] ?? plain.replace(/^(?:win|cp|windows)[-_]?(\d{4})$/, 'windows-$1')
  try {
    return new TextDecoder(name).encoding
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The `charset` of a Content-Type (RFC 9110 §8.3), as it stands. */
export const charsetOf = (contentType: string | undefined): string | undefined =>
  contentType?.match(/charset\s*=\s*["']?([^\s"';,]+)/i)?.[1]

const LATIN = new TextDecoder('latin1')

/** The `encoding` of an XML declaration (XML 1.0 §4.3.3) within the first kilobyte, as it stands. */
export function declaredIn(bytes: Uint8Array): string | undefined {
  const head = LATIN.decode(bytes.subarray(0, 1024))
  return head.match(/<\?xml[^>]{0,200}?\sencoding\s*=\s*["']?([^\s"'?>]+)/i)?.[1]
}
