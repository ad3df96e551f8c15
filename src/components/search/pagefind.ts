import type { Result } from '../../search/records.ts'
import { asked, withoutEndings } from '../../search/words.ts'
import { type Call, startWorker } from './worker.ts'

/** `id` is the name of the post's own file, see `withResults`. */
export type Hit = { id: string; score: number }
/** A question to the index; `languages` are the indexes to ask, one at least. */
export type Question = { text: string; languages: string[]; filters: Record<string, string>; sort: string }

/** The search index of the planet. */
export type Search = {
  /** Loads what any answer in these languages needs. */
  prepare(languages: string[]): unknown
  /** A question without a text asks for all that the filters let through, newest first. */
  ask(question: Question): Promise<Hit[]>
  result(hit: Hit): Promise<Result>
}

/** How much more the words as they were typed weigh than other forms of them. */
const AS_TYPED = 2
/** Words of a question that a post must have, every one. */
const MOST_WORDS = 6

/** Opens the search index under `bundle` (a path that ends in a slash). Nothing is loaded before something is asked of it. */
export function openSearch(bundle: string): Search {
  let call: Call | undefined
  let instance = 0
  let open: string[] = []

  function prepare(languages: string[]): Call {
    call ??= startWorker(`${bundle}pagefind-worker.js`)
    const send = call
    const begin = (method: string, ...args: unknown[]): void => {
      // A question waits for the indexes it needs, and fails where they do not come.
      send(instance, method, ...args).catch(console.error)
    }
    // A language that was merged cannot be taken out again.
    if (open.some((language) => !languages.includes(language))) {
      begin('destroy')
      open = []
    }
    for (const language of languages.filter((one) => !open.includes(one))) {
      // Pagefind would not merge a bundle into itself: the dot makes it another path to the same files.
      if (open.length > 0) begin('mergeIndex', `${bundle}./`, { language })
      else {
        instance += 1
        begin('init', { basePath: bundle, language, primary: true })
      }
      open.push(language)
    }
    return send
  }

  return {
    prepare,
    async ask({ text, languages, filters, sort }) {
      const send = prepare(languages)
      const search = async (words: string): Promise<Hit[]> =>
        (await send<{ results: Hit[] }>(instance, 'search', words || null, { filters })).results
      const typed = asked(text)
      const wide = withoutEndings(typed)
      try {
        // Pagefind leaves a word out that an index lacks, and would show all that has the others.
        const words = wide.startsWith('"') ? [] : wide.split(' ').slice(0, MOST_WORDS)
        const [all = [], exact = [], ...each] = await Promise.all([wide, typed, ...words].map(search))
        const having = each.map((found) => new Set(found.map(({ id }) => id)))
        const hits = all.filter(({ id }) => having.every((ids) => ids.has(id)))
        const bonus = new Map(exact.map(({ id, score }) => [id, score * AS_TYPED]))
        const byDate = text === '' || sort === 'date'
        const order = new Map(hits.map((hit) => [hit, byDate ? rank(hit) : -hit.score - (bonus.get(hit.id) ?? 0)]))
        return hits.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
      } catch (error) {
        // The next question begins anew.
        call = undefined
        open = []
        throw error
      }
    },
    result: async ({ id }) => (await fetch(`${bundle}fragment/${id}.json`)).json(),
  }
}

/** How many posts of the planet are newer. */
const rank = ({ id }: Hit): number => Number.parseInt(id.slice(id.indexOf('_') + 4), 36)
