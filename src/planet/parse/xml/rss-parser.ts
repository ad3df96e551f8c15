import Parser from 'rss-parser'
import { restore } from '../repair/marks.ts'
import type { Outline } from '../repair/outline.ts'
import { ENTRY_FIELDS, FEED_FIELDS } from './fields.ts'
import type { Fields } from './node.ts'
import { privateName } from './private-names.ts'

/** What rss-parser makes of a feed: the fields of the channel, and of each entry. */
export type Raw = { feed: Fields; items: Fields[] }

type CustomField = [string, string, { keepArray: true }]

/** Each field under its own name, with every element that has it: by itself rss-parser keeps only the first. */
const keepAll = (names: string[]): CustomField[] => [...names.map(privately), ['$', '$', { keepArray: true }]]

const privately = (name: string): CustomField => [privateName(name), name, { keepArray: true }]

// The types of rss-parser know fewer forms of a custom field than it takes.
const CUSTOM_FIELDS = { feed: keepAll(FEED_FIELDS) as never[], item: keepAll(ENTRY_FIELDS) as never[] }

/** Reads an outline with rss-parser. Rejects where even that finds no feed. */
export async function readXml({ xml, texts }: Outline): Promise<Raw> {
  const parser = new Parser({
    defaultRSS: 2,
    xml2js: { valueProcessors: [(value: string) => restore(value, texts)] },
    customFields: CUSTOM_FIELDS,
  })
  const { items, ...feed } = await parser.parseString(xml)
  return { feed, items }
}
