import type { Blog, FeedsFile } from './feeds-file.ts'
import type { Found } from './rules.ts'
import type { FacetId, Topics } from './topics.ts'

const PLACES: { field: 'levels' | 'subjects' | 'ask'; facets: FacetId[]; named: string }[] = [
  { field: 'levels', facets: ['level'], named: 'a level' },
  { field: 'subjects', facets: ['subject', 'language'], named: 'a subject or a language taught' },
  { field: 'ask', facets: ['subject', 'language', 'level', 'method', 'theme', 'type'], named: 'a topic' },
]

/** Ids in `feeds.yaml` that the vocabulary does not have, or has for something else. */
export function unknownTopics(blogs: Blog[], { topics }: Topics): Found[] {
  return blogs.flatMap((blog, index) =>
    PLACES.flatMap(({ field, facets, named }) =>
      blog[field].flatMap((id, place): Found[] => {
        const topic = topics.get(id)
        if (topic && facets.includes(topic.facet)) return []
        const fitting = [...topics.values()].filter(({ facet }) => facets.includes(facet)).map((other) => other.id)
        return [
          {
            path: ['blogs', index, field, place],
            what: topic
              ? `"${id}" is not ${named} but belongs to the facet "${topic.facet}".`
              : `"${id}" is no topic of content/topics.yaml.`,
            mend: `Write ${named} from there, for example ${nearest(id, fitting).join(', ')}.`,
          },
        ]
      }),
    ),
  )
}

/** Interface languages that nobody has translated yet; `spoken` are the names of the files in src/i18n. */
export function unspokenLanguages({ planet }: FeedsFile, spoken: string[]): Found[] {
  return planet.languages.flatMap((language, index): Found[] =>
    spoken.includes(language)
      ? []
      : [
          {
            path: ['planet', 'languages', index],
            what: `The pages cannot speak "${language}" yet.`,
            mend: `Choose from ${spoken.join(', ')}, or add src/i18n/${language}.json.`,
          },
        ],
  )
}

/** The three ids that are most like the one written. */
function nearest(id: string, ids: string[]): string[] {
  return ids
    .map((other) => ({ other, far: distance(id, other) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ other }) => other)
}

/** How many letters to add, drop or change (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [line, letter] of [...a].entries()) {
    const next = [line + 1]
    for (const [column, other] of [...b].entries()) {
      const changed = (row[column] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
