import { ENTRY_FIELDS, FEED_FIELDS, INNER_FIELDS } from './fields.ts'

/** What rss-parser must find under its own names. */
const STRUCTURE = ['rss', 'channel', 'item', 'feed', 'entry']

/**
 * Short, for the XML parser looks at every letter of a name twice: `_1c`. Only names that are read have one.
 */
const CODES = new Map([...STRUCTURE.map((name) => [name, name] as const), ...coded()])

function coded(): (readonly [string, string])[] {
  const names = [...new Set([...FEED_FIELDS, ...ENTRY_FIELDS, ...INNER_FIELDS])]
  return names.map((name, at) => [name, `_${at.toString(36)}`] as const)
}

/**
 * The name under which an element is written. rss-parser reads a field it knows by its own rules: one bad Atom date or a
 * `<link>` without attributes loses the whole feed, markup comes back in the wrong order, snippets take quadratic time. Under
 * names it does not know, fields reach us whole. Elements that nobody reads share one.
 */
export const privateName = (name: string): string => CODES.get(name) ?? 'x'

/** Whether an element is one of those that make a feed and its entries. */
export const isStructure = (name: string): boolean => STRUCTURE.includes(name)

/** The name that a private one stands for. */
export const publicName = (code: string): string => [...CODES].find(([, known]) => known === code)?.[0] ?? code
