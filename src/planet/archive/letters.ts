/**
 * The letters and digits of a text alone, small and without their accents, so that two ways to write it meet: another case, other dashes
 * and quotation marks, ё and е. For comparing, not for reading.
 */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
