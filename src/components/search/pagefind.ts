/** What Staffroom keeps of a post in the search index. */
export type Meta = { title: string; href: string; blog: string; author?: string; date: string; excerpt?: string; lang: string }
export type Hit = { score: number; data(): Promise<{ url: string; meta: Meta }> }
type Options = { filters: Record<string, string> }
type Index = { search(text: string | null, options: Options): Promise<{ results: Hit[] }> }
type Ranking = { metaWeights: Record<Exclude<keyof Meta, 'title'>, 0> }
type Pagefind = { createInstance(options: { ranking: Ranking }): Index }

// Pagefind would find a post by the words of its address, and rank it by them.
const RANKING: Ranking = { metaWeights: { href: 0, blog: 0, author: 0, date: 0, excerpt: 0, lang: 0 } }

/** A question to the index; `languages` are the bundles to ask. */
export type Question = { text: string; languages: string[]; filters: Record<string, string> }

/**
 * Opens the search index under `bundle` (a path that ends in a slash). Nothing is loaded before the first question, and of each
 * language only what the question needs.
 */
export function openSearch(bundle: string): (question: Question) => Promise<Hit[]> {
  let library: Promise<Pagefind> | undefined
  const indexes = new Map<string, Index>()

  async function indexOf(language: string): Promise<Index> {
    library ??= import(/* @vite-ignore */ `${bundle}pagefind.js`)
    const { createInstance } = await library
    const known = indexes.get(language)
    if (known) return known
    // Pagefind stems by the language of the page it finds itself on, and reads it only here: each language gets its own stems.
    const page = document.documentElement
    const { lang } = page
    page.lang = language
    const index = createInstance({ ranking: RANKING })
    page.lang = lang
    indexes.set(language, index)
    return index
  }

  return async ({ text, languages, filters }) => {
    const answers = await Promise.all(
      languages.map(async (language) => (await indexOf(language)).search(text === '' ? null : text, { filters })),
    )
    return answers.flatMap(({ results }) => results).sort((a, b) => b.score - a.score)
  }
}
