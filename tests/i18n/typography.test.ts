import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDictionaries } from '../../src/i18n/index.ts'
import { readTopics } from '../../src/planet/config/topics.ts'

const root = join(import.meta.dirname, '../..')
const { topics, facets } = await readTopics(join(root, 'content/topics.yaml'))
const spoken = Object.entries(await loadDictionaries(join(root, 'src/i18n'))).map(([language, dictionary]) => {
  const labels = [...topics.values(), ...facets].map(({ id, labels }) => [`the label of ${id}`, labels[language] ?? ''] as const)
  return { language, sentences: [...Object.entries(dictionary), ...labels, ...linesOf(language)] }
})

/** The lines of the written pages, without what is code in them. */
function linesOf(language: string): (readonly [file: string, line: string])[] {
  return globSync(`content/pages/${language}/*.md`, { cwd: root }).flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .replace(/```yaml.*?```|```text|```/gs, '')
      .replace(/`[^`]*`/g, 'x')
      .split('\n')
      .map((line) => [file, line.replace(/^(?:title|description): /, '')] as const),
  )
}

/** The pairs of quotation marks of a language, where they are not those of most; Arabic keeps “” for what it writes in Latin letters. */
const QUOTES: Readonly<Record<string, string>> = { en: '“”', de: '„“', ar: '«»|“”' }
const USUAL = '«»'

/** What stands in sentences and is written as machines write it: addresses, and lines of a settings file. */
const CODE = /https?:\/\/|[a-z]+: (?:\[\]|left)/g

/** What no sentence may hold, and in which languages; without any, in all of them. */
const SLIPS: readonly { slip: string; found: RegExp; languages?: string[] }[] = [
  { slip: 'straight apostrophe or quotation mark', found: /["'`´]/ },
  { slip: 'three dots for …', found: /\.\.\./ },
  { slip: 'double space', found: /\s\s/ },
  { slip: 'space at the beginning or end', found: /^\s|\s$/ },
  { slip: 'space before a full stop or comma', found: /\s[.,](?!\w)/ },
  { slip: 'hyphen for a dash', found: /\s-\s/ },
  {
    slip: 'percent sign without a no-break space',
    found: /(?<![\u00a0\u202f])%/,
    languages: ['ca', 'de', 'es', 'fr', 'gl', 'pt', 'ru'],
  },
  { slip: 'sign without the narrow no-break space before it', found: /(?<!\u202f)[;:!?»]/, languages: ['fr'] },
  { slip: 'opening quotation mark without the narrow no-break space', found: /«(?!\u202f)/, languages: ['fr'] },
  { slip: 'space before a sign', found: /\s[;:!?»]/, languages: ['ca', 'de', 'en', 'es', 'eu', 'gl', 'pt', 'ru'] },
  { slip: 'question or call that is not opened', found: /^[^¿]*\?|^[^¡]*!/, languages: ['es'] },
]

describe.each(spoken)('the words of $language', ({ language, sentences: written }) => {
  const sentences = written.map(([key, text]) => [key, text.replace(CODE, 'x')] as const)

  it.each(SLIPS.filter(({ languages = [language] }) => languages.includes(language)))('hold no $slip', ({ found }) => {
    expect(sentences.filter(([, text]) => found.test(text))).toEqual([])
  })

  it('are quoted as the language quotes', () => {
    const pairs = new RegExp(`^(?:${QUOTES[language] ?? USUAL})*$`)
    expect(sentences.filter(([, text]) => !pairs.test((text.match(/[«»“”„‟‘‚]/g) ?? []).join('')))).toEqual([])
  })
})
