import type { APIRoute } from 'astro'
import { opmlOf } from '../../feeds/opml.ts'
import { feedResponse, feedRoutes } from '../../feeds/routes.ts'
import type { FeedScope } from '../../feeds/scope.ts'

export const getStaticPaths = feedRoutes

export const GET: APIRoute<{ scope: FeedScope }> = ({ props }) => feedResponse(opmlOf(props.scope), 'text/x-opml')
