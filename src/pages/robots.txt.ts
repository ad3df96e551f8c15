import type { APIRoute } from 'astro'
import { absolute } from '../site.ts'

/** Everybody may read everything. What is not to be indexed says so on its own page, which a robot must read to know. */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute('/sitemap.xml')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
