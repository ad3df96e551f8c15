// What XML 1.0 §2.2 forbids, halves of surrogate pairs, and the noncharacters that mark lifted texts (see texts.ts).
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufdd0-\ufdef\ufffe\uffff]/
const ALL_FORBIDDEN = new RegExp(FORBIDDEN.source, 'g')

/** Removes the characters that no XML may hold: texts pasted from Word (U+000B), old databases (NUL), broken emoji. */
export function dropControls(text: string): string {
  const clean = FORBIDDEN.test(text) ? text.replace(ALL_FORBIDDEN, '') : text
  return clean.isWellFormed() ? clean : clean.toWellFormed()
}
