/**
 * A language as feeds write it, as a BCP 47 tag: `es_ES` is `es-ES`, `EN-us` is `en-US`. Nothing where it is no language
 * (`English`, `utf-8`, `-`).
 */
export function readLanguage(text: string | undefined): string | undefined {
  const tag = text?.trim().replaceAll('_', '-')
  if (!tag || !/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(tag)) return undefined
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch (error) {
    if (error instanceof RangeError) return tag.split('-')[0]?.toLowerCase()
    throw error
  }
}
