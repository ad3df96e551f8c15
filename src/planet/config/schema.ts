import { z } from 'zod'

/** SPDX ids of the licences that let others publish a text again, as Staffroom knows them. */
export const OPEN_LICENCES = [
  'CC0-1.0',
  'CC-BY-4.0',
  'CC-BY-3.0',
  'CC-BY-2.5',
  'CC-BY-2.0',
  'CC-BY-SA-4.0',
  'CC-BY-SA-3.0',
  'CC-BY-SA-2.5',
  'CC-BY-SA-2.0',
  'CC-BY-NC-4.0',
  'CC-BY-NC-3.0',
  'CC-BY-NC-2.5',
  'CC-BY-NC-2.0',
  'CC-BY-NC-SA-4.0',
  'CC-BY-NC-SA-3.0',
  'CC-BY-NC-SA-2.5',
  'CC-BY-NC-SA-2.0',
  'CC-BY-ND-4.0',
  'CC-BY-ND-3.0',
  'CC-BY-NC-ND-4.0',
  'CC-BY-NC-ND-3.0',
  'CC-BY-NC-ND-2.5',
  'GFDL-1.3-or-later',
  'MIT',
] as const

/** A day as people write it: 2026-11-21. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day. Write it as year-month-day, for example 2026-11-21.')
  .refine(
    (text) => !Number.isNaN(Date.parse(text)),
    'is not a day of the calendar. Write it as year-month-day, for example 2026-11-21.',
  )

export const language = z
  .string()
  .refine(isLanguageTag, 'is not a language tag. Use a BCP 47 tag such as en, es, ca, pt-BR or zh-Hant.')

export const webAddress = z
  .string()
  .refine(isWebAddress, 'is not a web address. Write it whole, beginning with https:// (or http://).')

const contactAddress = z
  .string()
  .refine(
    (text) => isWebAddress(text) || /^mailto:[^\s@]+@[^\s@]+$/.test(text),
    'is not a contact. Write a web address (https://…) or a mail address (mailto:name@example.org).',
  )

const feedAddress = z
  .string()
  .refine(
    (text) => isWebAddress(text) || /^content\/(?!.*\.\.)[\w./-]+$/.test(text),
    'is neither a web address nor a path under content/. Write the address of the feed whole, beginning with https://.',
  )

const topicId = z
  .string()
  .regex(/^[a-z0-9-]+$/, 'is not a topic id. Use the ids of content/topics.yaml, such as mathematics or lower-secondary.')

export const blogSchema = z.strictObject({
  id: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9-]{1,39}$/,
      'is not an id. Use 2 to 40 small letters (a–z), digits and hyphens, beginning with a letter or digit.',
    )
    .describe('The name of the blog in addresses; never changed and never used again for another blog.'),
  title: z.string().trim().min(1, 'is empty. Write the name of the blog.').describe('The name of the blog.'),
  site: webAddress.describe('The address of the blog for readers.'),
  feed: feedAddress.describe('The address of its feed (RSS, Atom or JSON Feed), or a path under content/ for a feed kept here.'),
  kind: z
    .enum(['teacher', 'group', 'department', 'school', 'class', 'association'])
    .describe('Who writes. A class blog is shown as links only.'),
  language: language.describe('BCP 47 tag of the language it is written in, used when an entry does not say.'),
  description: z.string().optional().describe('One or two sentences, plain text.'),
  author: z.string().optional().describe('The name the author chose; a pseudonym is welcome.'),
  me: z.array(webAddress).default([]).describe('Other places of the author (rel=me).'),
  levels: z.array(topicId).default([]).describe('Ids of topics of the facet level.'),
  subjects: z.array(topicId).default([]).describe('Ids of topics of the facets subject or language.'),
  place: z
    .strictObject({
      country: z.string().regex(/^[A-Z]{2}$/, 'is not a country code. Use two capital letters (ISO 3166-1), such as ES.'),
      region: z
        .string()
        .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'is not a region code. Use ISO 3166-2, such as ES-CT.')
        .optional(),
    })
    .optional()
    .describe('Country and region, never nearer than that.'),
  networks: z.array(z.string()).default([]).describe('Networks of schools or teachers it belongs to.'),
  licence: z.enum(OPEN_LICENCES).optional().describe('SPDX id of the licence of its texts; without it all rights are reserved.'),
  show: z
    .enum(['link', 'excerpt', 'full'])
    .optional()
    .describe('What the planet shows of a post. Full text needs an open licence.'),
  only: z.array(z.string()).optional().describe('Only entries with one of these tags are taken.'),
  ask: z.array(topicId).default([]).describe('Topics on which colleagues may ask the author.'),
  contact: contactAddress.optional().describe('Where readers may write to the author.'),
  via: webAddress.optional().describe('Where to fetch the feed when its host refuses the builder.'),
  consent: z
    .strictObject({
      by: z.enum(['owner', 'licence']).describe('owner: the author wishes to be here. licence: an open licence allows it.'),
      date: day,
      how: z.string().min(1, 'is empty. Say in a few words how consent was given, for example "pull request".'),
    })
    .describe('Who agreed, when and how. No blog is shown without it.'),
  status: z.enum(['active', 'paused', 'left']).default('active'),
})

export const planetSchema = z.strictObject({
  title: z.string().trim().min(1, 'is empty. Give the planet a name.'),
  description: z
    .union([z.string(), z.record(z.string(), z.string())])
    .default({})
    .describe('One sentence, or one for each interface language.'),
  sample: z.literal(true).optional().describe('Only for the planet that ships with Staffroom: leave it out.'),
  now: z
    .string()
    .refine((text) => !Number.isNaN(Date.parse(text)), 'is not a date. Write it as 2026-11-21T08:00:00Z.')
    .optional()
    .describe('The clock of the sample planet; refused elsewhere.'),
  languages: z
    .array(language)
    .min(1, 'is empty. Name at least one interface language, for example [en].')
    .default(['en'])
    .describe('Languages of the interface; the first is the default.'),
  contact: contactAddress.describe('For take-downs and questions: a page or a mail address that somebody reads.'),
  timezone: z
    .string()
    .refine(isTimeZone, 'is not a time zone. Use a name such as Europe/Madrid or America/Bogota.')
    .default('UTC'),
  repository: webAddress.optional().describe('Where feeds.yaml can be changed; found by itself on GitHub.'),
})

export const feedsFileSchema = z.strictObject({ planet: planetSchema, blogs: z.array(blogSchema).default([]) })

/** True for http and https addresses with a host and without a user name or password. */
export function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  return (protocol === 'https:' || protocol === 'http:') && hostname !== '' && username === '' && password === ''
}

function isLanguageTag(text: string): boolean {
  try {
    // The standard lets a whole word stand for a language, but none is registered: `english` is a slip.
    return /^[a-z]{2,3}(?:-|$)/i.test(text) && new Intl.Locale(text).baseName === text
  } catch {
    return false
  }
}

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}
