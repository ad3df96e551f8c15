import { isAscii, isUtf8 } from 'node:buffer'
import { guess } from './encoding/guess.ts'
import { charsetOf, declaredIn, encodingOf } from './encoding/labels.ts'
import { findMark } from './encoding/marks.ts'
import { decodeUtf32 } from './encoding/utf32.ts'

const EAST_ASIAN = new Set(['gbk', 'gb18030', 'big5', 'euc-jp', 'iso-2022-jp', 'shift_jis', 'euc-kr'])

/**
 * Turns the bytes of a feed into text, never throwing. In order of trust: a byte order mark, the zero bytes of a wide encoding,
 * what the bytes themselves can be, the labels of HTTP and of the XML declaration, a guess.
 */
export function decode(bytes: Uint8Array, contentType?: string): string {
  const mark = findMark(bytes)
  if (mark?.encoding.startsWith('utf-32')) return decodeUtf32(bytes.subarray(mark.skip), mark.encoding === 'utf-32le')
  if (mark) return new TextDecoder(mark.encoding).decode(bytes.subarray(mark.skip))
  return new TextDecoder(choose(bytes, labelsOf(bytes, contentType))).decode(bytes)
}

/**
 * The labels worth believing, best first. HTTP before XML (RFC 7303), but for Latin-1 and ASCII in a header: those are
 * defaults of servers such as old Apaches, and come last. UTF-16 would have shown itself by now.
 */
function labelsOf(bytes: Uint8Array, contentType: string | undefined): string[] {
  const header = encodingOf(charsetOf(contentType))
  const declared = encodingOf(declaredIn(bytes))
  const labels = header === 'windows-1252' ? [declared, header] : [header, declared]
  return labels.filter((label) => label !== undefined).filter((label) => !label.startsWith('utf-16'))
}

function choose(bytes: Uint8Array, labels: string[]): string {
  const eastAsian = labels.find((label) => EAST_ASIAN.has(label))
  if (isAscii(bytes)) return eastAsian === 'iso-2022-jp' ? eastAsian : 'utf-8'
  // Bytes that are UTF-8 are hardly ever anything else, whatever a Latin or Cyrillic label says; two-byte encodings may look
  // like it.
  if (!eastAsian && isUtf8(bytes)) return 'utf-8'
  const other = labels.find((label) => label !== 'utf-8')
  if (other) return other
  return isMostlyUtf8(bytes) || (labels.length === 0 && isUtf8(bytes)) ? 'utf-8' : guess(bytes)
}

/** UTF-8 with a few bad bytes, as when one Latin-1 title was pasted into a database: at least as many good characters as bad. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes)
  let good = 0
  let bad = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0xfffd) bad++
    else if (code > 0x7f) good++
  }
  return good >= bad
}
