import type { Translate } from '../i18n/index.ts'
import { letterTo } from './letters.ts'

/** Why a post may have to go: `doing.<reason>` says each. A child comes first. */
const REASONS = ['child', 'author', 'spoken-of', 'copied', 'else'] as const

/**
 * The address that opens a message about a post to those who look after the planet: reasons to choose from, and its permalink. A
 * letter where their contact is a mail address, a new issue where it is an issues page; any other page is only opened.
 */
export function reportAddress(contact: string, permalink: string, t: Translate): string {
  const reasons = REASONS.map((reason) => t(`doing.${reason}`))
  return messageTo(contact, t('doing.report-subject'), [t('doing.report-text'), ...reasons, '', permalink].join('\n'))
}

function messageTo(contact: string, subject: string, body: string): string {
  if (contact.startsWith('mailto:')) return letterTo(contact.slice('mailto:'.length), subject, body)
  const url = new URL(contact)
  const issues = /\/issues(?:\/new)?\/?$/
  if (!issues.test(url.pathname)) return contact
  url.pathname = url.pathname.replace(issues, '/issues/new')
  url.search = new URLSearchParams({ title: subject, body }).toString()
  return url.href
}
