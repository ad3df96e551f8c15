import type { APIRoute } from 'astro'
import { worker } from '../reader/worker/worker.ts'

/** Pages that are kept for days without a net, and how long one waits for the net, in ms. */
const PAGES = 40
const PATIENCE = 4000

/** The service worker: it lies at the root of the site, because it may only see what is below it. */
export const GET: APIRoute = () =>
  new Response(`(${worker})(self,${PAGES},${PATIENCE})\n`, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } })
