import type { APIRoute } from 'astro'
import { atomOf } from '../../feeds/atom.ts'
import { feedResponse, feedRoutes } from '../../feeds/routes.ts'
import type { FeedScope } from '../../feeds/scope.ts'

export const getStaticPaths = feedRoutes

export const GET: APIRoute<{ scope: FeedScope }> = ({ props }) => feedResponse(atomOf(props.scope), 'application/atom+xml')
