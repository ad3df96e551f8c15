/**
 * The address that opens a letter with its subject and text written (RFC 6068). `to` may be empty: the sender chooses. Whatever stands
 * in the subject stays there: line breaks in it become spaces, so that nothing can add a header.
 */
export const letterTo = (to: string, subject: string, body: string): string =>
  `mailto:${to}${to.includes('?') ? '&' : '?'}subject=${encoded(subject.replace(/\s+/g, ' '))}&body=${encoded(body)}`

/**
 * Encodes what would end the value or the address, and no more: browsers write the other letters as bytes themselves, and pages
 * stay light. A lone surrogate, which nothing can encode, becomes the sign for what cannot be read.
 */
const encoded = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r?\n/g, '\r\n')
    .replace(/[^\w\-.~!$'()*,:;@/?\u00A0-\u{10FFFD}]/gu, encodeURIComponent)
