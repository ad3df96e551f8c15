import type { APIRoute } from 'astro'
import { manifestOf } from '../reader/manifest.ts'
import { href, planet } from '../site.ts'

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(manifestOf((await planet).settings, href)), {
    headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' },
  })
