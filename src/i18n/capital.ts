/** The first letter large, for what stands alone: many languages write names of languages, months and days of the week small. */
export function capital(text: string, lang: string): string {
  const [first = ''] = text
  return first.toLocaleUpperCase(lang) + text.slice(first.length)
}
