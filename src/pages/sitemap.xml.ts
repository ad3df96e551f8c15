import type { APIRoute } from 'astro'
import { feedResponse } from '../feeds/routes.ts'
import { sitemapOf, sitemapPaths } from '../feeds/sitemap.ts'
import { absolute, planet } from '../site.ts'

export const GET: APIRoute = async () => feedResponse(sitemapOf(sitemapPaths(await planet).map(absolute)), 'application/xml')
