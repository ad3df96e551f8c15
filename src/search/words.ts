/** The Arabic article, which is written in one with its word and what binds it to the one before. */
const ARTICLE = /(^|[^\p{L}])(?:[وبكف]?ال|لل)(?=\p{L}{3})/gu

/** The endings by which forms of one word differ most often, in any language of the planet: not grammar, but what a prefix needs. */
const ENDING = /^(\p{L}{4,}?)(?:ings?|ed|ies|[aeiouy]s?|s|en|[аеиоуыэюяьй]{1,2}[гмхв]?[иоу]?|ات|ون|ين|ية|ة)$/u

/** A text as it is searched, on both sides: posts when the index is made, and what the reader asks for. */
export const searched = (text: string): string => text.replace(ARTICLE, '$1')

/**
 * What to ask for beside the words themselves, so that other forms of them are found: the words without their endings, as the index
 * answers to the beginning of a word. Words of fewer than five letters stay, and so does what stands in quotation marks.
 */
export const withoutEndings = (text: string): string =>
  text.includes('"')
    ? text
    : text
        .split(/\s+/)
        .map((word) => word.toLowerCase().replace(ENDING, '$1'))
        .join(' ')
