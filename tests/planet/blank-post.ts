/** What a post has at the least: nothing to read, and nothing that would tell it from another. */
export const BLANK = { authors: [], tags: [], enclosures: [], excerpt: '', words: 0, links: [], sha256: '' }
