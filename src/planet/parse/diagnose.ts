import type { ParseFailureCode, ParseResult, Source } from './feed.ts'
import { feedsNamed, feedsOf } from './page-feeds.ts'

/** As much of a page is looked at: what it is shows in its head and its first words. */
const HEAD = 200_000

type Sign = { code: ParseFailureCode; detail: string; marks: RegExp }

const anyOf = (...patterns: string[]): RegExp => new RegExp(patterns.join('|'), 'iu')

/**
 * Marks of pages that stand in a feed's place: of their makers, and words in the languages of the planet. One is enough; the
 * surest come first.
 */
const SIGNS: Sign[] = [
  {
    code: 'robot-check',
    detail: 'A page that asks whether the visitor is human.',
    marks: anyOf(
      'cf-challenge|cdn-cgi/challenge-platform|challenges\\.cloudflare\\.com',
      'g-recaptcha|h-captcha|hcaptcha\\.com|px-captcha|smartcaptcha|geetest',
      '_Incapsula_Resource|ddos-guard|DDoS protection by|sucuri_cloudproxy|techaro\\.lol',
      '<title>\\s*(?:Just a moment|Attention Required|Un momento|Um momento|Un moment|Один момент)',
      'Checking your browser|Verifying you are human|are you a robot|Pardon Our Interruption',
    ),
  },
  {
    code: 'parked',
    detail: 'A page of a domain that nobody uses: for sale, parked or expired.',
    marks: anyOf(
      'sedoparking|parkingcrew|bodis\\.com|hugedomains|dan\\.com/(?:buy|orderpage)|afternic|prvtof=|window\\.park\\b',
      'domain(?: name)? (?:is|may be) for sale|buy this domain|(?:renew|park) (?:this|your) domain|parked (?:free|domain)',
      'this domain (?:is|has been) parked|domain has expired|find the best domain names|resources and information\\.</title>',
      'dominio (?:en venta|caducado|à venda)|domini en venda|домен (?:продается|продаётся|припаркован)',
    ),
  },
  {
    code: 'login-wall',
    detail: 'A page that asks for a name and a password.',
    marks: anyOf(
      '<input\\b[^<>]{0,300}\\btype\\s*=\\s*["\']?password',
      'accounts\\.google\\.com/(?:ServiceLogin|v3/signin)|login\\.microsoftonline\\.com|wp-login\\.php\\?redirect_to',
      '<title>[^<]{0,80}(?:log ?in|sign ?in|iniciar sesión|inicia sessió|entrar|se connecter|anmelden|accedi)(?!\\p{L})',
      '<title>[^<]{0,80}(?:войти|вход|авторизация)(?!\\p{L})',
    ),
  },
]

const PAGE = /<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<title[\s>]|<script[\s>]|<meta\s/i

/** Says what bytes are that are no feed. `detail` is one line for maintainers; `feeds` the feeds that a web page links. */
export function diagnose(text: string, source: Source): ParseResult {
  const head = text.slice(0, HEAD)
  if (!/\S/.test(head)) return { ok: false, code: 'empty', detail: 'The answer has no content.' }
  if (!PAGE.test(head)) return { ok: false, code: 'not-a-feed', detail: `It begins with: ${beginning(head)}` }
  // A blog's page may have a form to sign in or a captcha under its comments; one that names its feed is a blog's page.
  const sign = feedsNamed(head, source.url).length > 0 ? undefined : SIGNS.find(({ marks }) => marks.test(head))
  if (sign) return { ok: false, code: sign.code, detail: sign.detail }
  const title = head
    .match(/<title[^<>]{0,200}>\s*([^<]{1,120})/i)?.[1]
    ?.replace(/\s+/g, ' ')
    .trim()
  const detail = title ? `A web page, “${title}”.` : 'A web page without a title.'
  const feeds = feedsOf(head, source.url)
  return { ok: false, code: 'web-page', detail, ...(feeds.length > 0 ? { feeds } : {}) }
}

const beginning = (text: string): string => JSON.stringify(text.trimStart().slice(0, 60))
