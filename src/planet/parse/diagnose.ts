import type { ParseFailureCode, ParseResult, Source } from './feed.ts'
import { feedsNamed, feedsOf } from './page-feeds.ts'

/** As much of a page is looked at: what it is shows in its head and its first words. */
const HEAD = 200_000

/**
 * Words and marks by which pages that stand in a feed's place are known, in the languages of the planet. Each sign alone is
 * enough; the first that fits wins, the surest first.
 */
const SIGNS: [ParseFailureCode, RegExp, string][] = [
  [
    'robot-check',
    /cf-challenge|cdn-cgi\/challenge-platform|challenges\.cloudflare\.com|<title>\s*(?:Just a moment|Attention Required|Un momento|Um momento|Один момент)|g-recaptcha|h-captcha|hcaptcha\.com|_Incapsula_Resource|DDoS protection by|ddos-guard|sucuri_cloudproxy|px-captcha|Checking your browser|Verifying you are human|are you a robot|Pardon Our Interruption|geetest|smartcaptcha|Anubis/i,
    'A page that asks whether the visitor is human.',
  ],
  [
    'parked',
    /sedoparking|parkingcrew|bodis\.com|hugedomains|dan\.com\/(?:buy|orderpage)|afternic|domain(?: name)? (?:is|may be) for sale|buy this domain|this domain (?:is|has been) parked|parked (?:free|domain)|domain has expired|domini en venda|dominio (?:en venta|caducado|à venda)|домен (?:продается|продаётся|припаркован)|prvtof=|resources and information\.<\/title>|window\.park\b|find the best domain names|renew (?:this|your) domain/i,
    'A page of a domain that nobody uses: for sale, parked or expired.',
  ],
  [
    'login-wall',
    /<input\b[^<>]{0,300}\btype\s*=\s*["']?password|<title>[^<]{0,80}(?:log ?in|sign ?in|iniciar sesión|inicia sessió|entrar|se connecter|anmelden|accedi|войти|вход|авторизация)(?!\p{L})[^<]{0,80}<\/title>|accounts\.google\.com\/(?:ServiceLogin|v3\/signin)|login\.microsoftonline\.com|wp-login\.php\?redirect_to/iu,
    'A page that asks for a name and a password.',
  ],
]

const PAGE = /<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<title[\s>]|<script[\s>]|<meta\s/i

/** Says what bytes are that are no feed. `detail` is one line for maintainers; `feeds` the feeds that a web page links. */
export function diagnose(text: string, source: Source): ParseResult {
  const head = text.slice(0, HEAD)
  if (!/\S/.test(head)) return { ok: false, code: 'empty', detail: 'The answer has no content.' }
  if (!PAGE.test(head)) return { ok: false, code: 'not-a-feed', detail: `It begins with: ${beginning(head)}` }
  // A blog's page may have a form to sign in or a captcha under its comments; one that names its feed is a blog's page.
  const sign = feedsNamed(head, source.url).length > 0 ? undefined : SIGNS.find(([, pattern]) => pattern.test(head))
  if (sign) return { ok: false, code: sign[0], detail: sign[2] }
  const title = head
    .match(/<title[^<>]{0,200}>\s*([^<]{1,120})/i)?.[1]
    ?.replace(/\s+/g, ' ')
    .trim()
  const detail = title ? `A web page, “${title}”.` : 'A web page without a title.'
  const feeds = feedsOf(head, source.url)
  return { ok: false, code: 'web-page', detail, ...(feeds.length > 0 ? { feeds } : {}) }
}

const beginning = (text: string): string => JSON.stringify(text.trimStart().slice(0, 60))
