import { type ListPage, pagesOf } from './components/lists.ts'
import { locales } from './site.ts'

type Params = Record<string, string | undefined>

/** The paths of a page in every interface language: `lang` is undefined for the default one. */
export async function inEachLanguage(): Promise<{ params: { lang: string | undefined } }[]>
/** The same, for each of `pages`. */
export async function inEachLanguage<P extends Params, T>(
  pages: { params: P; props: T }[],
): Promise<{ params: P & { lang: string | undefined }; props: T }[]>
export async function inEachLanguage(pages: { params: Params; props?: unknown }[] = [{ params: {} }]) {
  const all = await locales()
  return all.flatMap(({ lang }, index) =>
    pages.map(({ params, ...rest }) => ({ params: { ...params, lang: index === 0 ? undefined : lang }, ...rest })),
  )
}

/**
 * The paths of lists: the first page of each in every interface language, deeper pages in the default one only, so that the pages
 * do not multiply by the languages.
 */
export async function listPaths<P extends Params, T, S>(
  lists: { params: P; items: T[]; props: S }[],
): Promise<{ params: P & { lang: string | undefined; page: string | undefined }; props: S & { page: ListPage<T> } }[]> {
  const all = await locales()
  return lists.flatMap(({ params, items, props }) => {
    const [first, ...deeper] = pagesOf(items)
    if (first === undefined) return []
    const page = (shown: ListPage<T>, lang: string | undefined) => ({
      params: { ...params, lang, page: shown.number === 1 ? undefined : String(shown.number) },
      props: { ...props, page: shown },
    })
    return [
      ...all.map(({ lang }, index) => page(first, index === 0 ? undefined : lang)),
      ...deeper.map((shown) => page(shown, undefined)),
    ]
  })
}
