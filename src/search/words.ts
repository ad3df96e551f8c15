/** The Arabic article, which is written in one with its word and what binds it to the one before. */
const ARTICLE = /^(?:[وبكف]?ال|لل)(?=\p{L}{3})/u

/** The endings by which forms of one word differ most often, in any language of the planet: not grammar, but what a prefix needs. */
const ENDING = /^(\p{L}{4,}?)(?:ings?|ed|ies|[aeiouy]s?|s|en|[аеиоуыэюяьй]{1,2}[гмхв]?[иоу]?|ات|ون|ين|ية|ة)$/iu

/**
 * A letter that no word has, at the end of each in the index: where no word begins as the one that is asked for, Pagefind would
 * answer with the longest that is its beginning, and find posts with "one" for "onerror".
 */
const END = 'ǀ'

const wordsOf = (text: string): string[] =>
  text
    .replace(/(l)·(l)/gi, '$1$2')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.replace(ARTICLE, ''))

/** A text as the index has it. */
export const indexed = (text: string): string =>
  wordsOf(text)
    .map((word) => word + END)
    .join(' ')

/** What to ask the index for: words that begin as these do, or just these where they stand in quotation marks. */
export const asked = (text: string): string => (/^\s*".+"\s*$/.test(text) ? `"${indexed(text)}"` : wordsOf(text).join(' '))

/** What to ask for beside that, so that other forms of the words are found. Words of fewer than five letters stay as they are. */
export const withoutEndings = (words: string): string =>
  words
    .split(' ')
    .map((word) => word.replace(ENDING, '$1'))
    .join(' ')
