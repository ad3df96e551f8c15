import { parse } from 'yaml'
import { z } from 'zod'
import { readIfThere } from '../archive/atomic.ts'
import { type Problem, ProblemsError } from '../problem.ts'
import { tagKey } from './tag-key.ts'

const labels = z.record(z.string(), z.string()).and(z.object({ en: z.string() }))
const words = z.record(z.string(), z.array(z.string()))

/** A kind of topic. `type` is the kind of a post (lesson plan, worksheet …). */
export const FACETS = ['subject', 'language', 'level', 'method', 'theme', 'type'] as const
export type FacetId = (typeof FACETS)[number]

const topicsSchema = z.object({
  facets: z.record(z.enum(FACETS), labels),
  topics: z.array(
    z.object({
      // /topics/<id>/open/ and /topics/<id>/2/ are addresses of their own.
      id: z.string().regex(/^(?!(?:open|\d+)$)[a-z0-9-]+$/),
      facet: z.enum(FACETS),
      labels,
      map: z.record(z.string(), z.string()).default({}),
      synonyms: words.default({}),
      hashtags: z.array(z.string()).default([]),
    }),
  ),
  multi: z.array(z.object({ lang: z.string(), term: z.string(), topics: z.array(z.string()) })).default([]),
  ambiguous: z.array(z.object({ term: z.string(), langs: z.array(z.string()), hard: z.boolean() })).default([]),
  ignore: words.default({}),
  tests: z.array(z.tuple([z.string(), z.string(), z.array(z.string())])).default([]),
})

/** A label for each language; English is always there and stands in where one is missing. */
export type Labels = { en: string } & Record<string, string>
export type Facet = { id: FacetId; labels: Labels }
export type Topic = {
  id: string
  facet: FacetId
  labels: Labels
  map: Record<string, string>
  synonyms: Record<string, string[]>
  /** Words of no language, without their `#`. */
  hashtags: string[]
}

/** The vocabulary, ready to be asked. */
export type Topics = {
  facets: Facet[]
  /** In the order of the file. */
  topics: Map<string, Topic>
  /** The topics a tag names in a language (BCP 47), none where it names none. */
  resolve(tag: string, language: string): string[]
  /** Whether a tag is no free word: it names a topic in some language, or it says nothing in some. */
  takes(tag: string): boolean
  /** The examples that stand at the end of the file: language, tag, topic ids. */
  tests: [string, string, string[]][]
}

/**
 * Reads `topics.yaml`.
 * @throws ProblemsError with a way out where there is none, or where the file is not one
 */
export async function readTopics(path: string): Promise<Topics> {
  const text = readIfThere(path)
  if (text === undefined) {
    const mend = 'A content/ of your own needs a topics.yaml: copy the one that ships with Staffroom.'
    throw new ProblemsError([{ file: path, what: 'There is no such file.', mend }])
  }
  const checked = topicsSchema.safeParse(parse(text))
  if (!checked.success) {
    throw new ProblemsError(
      checked.error.issues.map(
        (issue): Problem => ({
          file: path,
          field: issue.path.join('.'),
          what: `${issue.message}.`,
          mend: 'docs/topics.md shows how a topic is written.',
        }),
      ),
    )
  }
  const { facets, topics, tests, ...rules } = checked.data
  const resolve = resolver(topics, rules)
  const languages = [...new Set(topics.flatMap(({ labels, synonyms }) => [...Object.keys(labels), ...Object.keys(synonyms)]))]
  const ignored = new Set(Object.values(rules.ignore).flat().map(tagKey))
  return {
    facets: FACETS.filter((id) => id in facets).map((id) => ({ id, labels: facets[id] })),
    topics: new Map(topics.map((topic) => [topic.id, topic])),
    resolve,
    takes: (tag) => ignored.has(tagKey(tag)) || languages.some((language) => resolve(tag, language).length > 0),
    tests,
  }
}

type Vocabulary = z.infer<typeof topicsSchema>

/** The rules of the vocabulary, first answer wins: ignored, several topics, ambiguous, own language, hashtag, any language. */
function resolver(
  topics: Vocabulary['topics'],
  { multi, ambiguous, ignore }: Pick<Vocabulary, 'multi' | 'ambiguous' | 'ignore'>,
): Topics['resolve'] {
  const ignored = new Set(Object.entries(ignore).flatMap(([language, terms]) => terms.map((term) => inLanguage(language, term))))
  const several = new Map(multi.map(({ lang, term, topics }) => [inLanguage(lang, term), topics]))
  const hard = new Set(
    ambiguous.filter((term) => term.hard).flatMap(({ term, langs }) => langs.map((language) => inLanguage(language, term))),
  )
  const own = new Map<string, string>()
  const hashtags = new Map<string, string>()
  const anywhere = new Map<string, Set<string>>()
  for (const topic of topics) {
    const named = [
      ...Object.entries(topic.labels).map(([language, label]): [string, string[]] => [language, [label]]),
      ...Object.entries(topic.synonyms),
    ]
    for (const [language, terms] of named) {
      for (const term of terms) {
        const here = inLanguage(language, term)
        if (!own.has(here)) own.set(here, topic.id)
        const key = tagKey(term)
        anywhere.set(key, (anywhere.get(key) ?? new Set()).add(topic.id))
      }
    }
    for (const hashtag of topic.hashtags) hashtags.set(tagKey(hashtag), topic.id)
  }
  return (tag, language) => {
    const key = tagKey(tag)
    if (key === '') return []
    const here = `${primary(language)} ${key}`
    if (ignored.has(here)) return []
    const many = several.get(here)
    if (many) return many
    if (hard.has(here)) return []
    const one = own.get(here) ?? hashtags.get(key)
    if (one) return [one]
    const [only, ...others] = key.length >= 4 ? (anywhere.get(key) ?? []) : []
    return only !== undefined && others.length === 0 ? [only] : []
  }
}

const primary = (language: string): string => (language.split('-')[0] ?? language).toLowerCase()

const inLanguage = (language: string, term: string): string => `${language} ${tagKey(term)}`
