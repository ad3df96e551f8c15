import { absolute, localeOf, planet } from '../site.ts'
import { type FeedScope, feedScopes } from './scope.ts'

const scopes = (async () => feedScopes(await planet, await localeOf(undefined), absolute('/')))()

/** The paths of `src/pages/[...scope]/`, one for each feed of the site: what `getStaticPaths` gives. */
export async function feedRoutes(): Promise<{ params: { scope: string | undefined }; props: { scope: FeedScope } }[]> {
  return (await scopes).map((scope) => ({ params: { scope: scope.path === '' ? undefined : scope.path }, props: { scope } }))
}

/** A finished feed as an answer; `type` is its media type. */
export const feedResponse = (text: string, type: string): Response =>
  new Response(text, { headers: { 'Content-Type': `${type}; charset=utf-8` } })
