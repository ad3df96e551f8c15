import type { APIRoute } from 'astro'
import { feedResponse, feedRoutes } from '../../feeds/routes.ts'
import { rssOf } from '../../feeds/rss.ts'
import type { FeedScope } from '../../feeds/scope.ts'

export const getStaticPaths = feedRoutes

export const GET: APIRoute<{ scope: FeedScope }> = async ({ props }) =>
  feedResponse(await rssOf(props.scope), 'application/rss+xml')
