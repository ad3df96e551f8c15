import type { APIRoute } from 'astro'
import { jsonOf } from '../../feeds/json.ts'
import { feedResponse, feedRoutes } from '../../feeds/routes.ts'
import type { FeedScope } from '../../feeds/scope.ts'

export const getStaticPaths = feedRoutes

export const GET: APIRoute<{ scope: FeedScope }> = ({ props }) => feedResponse(jsonOf(props.scope), 'application/feed+json')
