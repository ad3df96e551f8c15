/**
 * The `dir` of a title or an excerpt whose language is written in the direction `dir`. Where that is from right to left, a Latin word at
 * the beginning must not turn the text round; else the text decides, for blogs also quote what is written the other way.
 */
export const textDir = (dir: 'ltr' | 'rtl'): 'rtl' | 'auto' => (dir === 'rtl' ? dir : 'auto')
