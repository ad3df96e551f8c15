import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { citation } from '../../src/components/cite.ts'
import { loadDictionaries } from '../../src/i18n/index.ts'
import { openInterface } from '../../src/i18n/interface.ts'
import { blogRef, card } from '../planet/compose/card.ts'

const dictionaries = await loadDictionaries(join(import.meta.dirname, '../../src/i18n'))
const speak = (lang: string) => openInterface(dictionaries, lang, 'Europe/Madrid', '2026-11-20T07:00:00.000Z')
const blog = blogRef('pati', { title: 'Mates al pati' })
const cite = (fields: Parameters<typeof card>[2], lang = 'en') =>
  citation(card(blog, 'x', { title: 'Fractions', ...fields }), speak(lang))

describe('a citation', () => {
  it('says author, title, blog, day and address', () => {
    expect(cite({ authors: ['N. Puig'] })).toBe('N. Puig. Fractions. Mates al pati, 3 November 2026. https://pati.school.cat/x/')
  })

  it.each([
    ['es', '3 de noviembre de 2026'],
    ['ca', '3 de novembre del 2026'],
    ['ru', '3 ноября 2026 г.'],
  ])('in %s gives the day as that language does, and no second full stop', (lang, day) => {
    expect(cite({}, lang)).toBe(`Fractions. Mates al pati, ${day.replace(/\.$/, '')}. https://pati.school.cat/x/`)
  })

  it('begins with the title where nobody signs, or only the blog', () => {
    expect(cite({ authors: [] })).toMatch(/^Fractions\. Mates al pati,/)
    expect(cite({ authors: ['Mates al pati'] })).toMatch(/^Fractions\. Mates al pati,/)
  })

  it('names three authors, and of more the first', () => {
    expect(cite({ authors: ['Ann', 'Ben', 'Cleo'] })).toMatch(/^Ann, Ben, Cleo\. /)
    expect(cite({ authors: ['Ann', 'Ben', 'Cleo', 'Dan'] })).toMatch(/^Ann and others\. /)
  })

  it.each(['Why?', 'Stop!', 'And then…', 'The end.'])('lets a title that ends its sentence end it: %s', (title) => {
    expect(cite({ title })).toContain(`${title} Mates`)
  })

  it('does without a title', () => {
    expect(cite({ title: '' })).toBe('Mates al pati, 3 November 2026. https://pati.school.cat/x/')
  })

  it('isolates names that are written the other way, and only these', () => {
    const arabic = cite({ dir: 'rtl', authors: ['ليلى'], title: 'رسالة؟' })
    expect(arabic).toBe(
      '\u2068ليلى\u2069. \u2068رسالة؟\u2069 \u2068Mates al pati\u2069, 3 November 2026. https://pati.school.cat/x/',
    )
    expect(cite({ authors: ['ليلى'] })).not.toMatch(/[\u2068\u2069]/)
  })

  it('takes the day of the planet’s time zone', () => {
    expect(cite({ published: '2026-11-03T23:30:00.000Z' })).toContain('4 November 2026')
  })
})
