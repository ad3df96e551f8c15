/**
 * The key under which two spellings of a word meet: NFKC, without `#`, case-folded, ё as е, without the Catalan middle dot,
 * Latin letters without their accents, letters and digits only. The search page looks topics up by it too, in the browser.
 * @example tagKey('#ClaseInvertida') === tagKey('clase invertida')
 */
export function tagKey(tag: string): string {
  return tag
    .normalize('NFKC')
    .trim()
    .replace(/^#+/, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ё', 'е')
    .replace(/l[·.•]l/g, 'll')
    .replaceAll('+', 'plus')
    .replaceAll('&', 'and')
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]/gu, '')
}
