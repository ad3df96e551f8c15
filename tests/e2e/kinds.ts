/**
 * Every kind of page: what its addresses look like, and examples that stand for all of it. Addresses are relative to the home; `` is
 * the home itself. A page of a kind that is not here fails a test, so that none goes unlooked at.
 */
export const KINDS: { kind: string; pattern: RegExp; examples: string[] }[] = [
  { kind: 'home', pattern: /^$/, examples: ['', 'ru/'] },
  { kind: 'topics', pattern: /^topics\/$/, examples: ['topics/', 'ca/topics/'] },
  {
    kind: 'topic',
    pattern: /^topics\/[\w-]+\/(?:\d+\/)?$/,
    examples: ['topics/primary/2/', 'es/topics/gamification/'],
  },
  { kind: 'tags', pattern: /^tags\/$/, examples: ['tags/'] },
  { kind: 'tag', pattern: /^tags\/[^/]+\/(?:\d+\/)?$/, examples: ['tags/recreo/'] },
  { kind: 'blogs', pattern: /^blogs\/$/, examples: ['blogs/', 'ru/blogs/'] },
  {
    kind: 'blog',
    pattern: /^blogs\/[\w-]+\/(?:\d+\/)?$/,
    examples: ['blogs/sabbura-khadra/', 'blogs/aula-204/', 'blogs/el-almendral/'],
  },
  { kind: 'archive', pattern: /^archive\/$/, examples: ['archive/'] },
  { kind: 'week', pattern: /^week\/$/, examples: ['week/', 'ru/week/'] },
  { kind: 'month', pattern: /^archive\/\d{4}-\d\d\/$/, examples: ['archive/2026-11/'] },
  { kind: 'shelf', pattern: /^archive\/\d{4}-\d\d\/\d+\/$/, examples: ['archive/2026-11/1/'] },
  { kind: 'languages', pattern: /^languages\/$/, examples: ['languages/', 'es/languages/'] },
  { kind: 'language', pattern: /^languages\/[\w-]+\/(?:\d+\/)?$/, examples: ['languages/ar/', 'languages/ca/'] },
  { kind: 'search', pattern: /^search\/$/, examples: ['search/', 'ru/search/'] },
  { kind: 'subscribe', pattern: /^subscribe\/$/, examples: ['subscribe/'] },
  { kind: 'health', pattern: /^health\/$/, examples: ['health/', 'ca/health/'] },
  { kind: 'written page', pattern: /^(?:about|join|conduct|privacy|takedown)\/$/, examples: ['about/', 'ca/join/', 'privacy/'] },
  { kind: 'missing page', pattern: /^404\.html$/, examples: ['no-such-page/'] },
]

/** The kind of a page's address, whatever the language of its interface. */
export const kindOf = (address: string): string | undefined =>
  KINDS.find(({ pattern }) => pattern.test(address.replace(/^(?:es|ca|ru)\//, '')))?.kind
