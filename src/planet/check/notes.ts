import type { Key } from '../../i18n/index.ts'
import type { Interface } from '../../i18n/interface.ts'
import type { Look } from './look.ts'
import { asAddress, asWords } from './markdown.ts'

const YEAR = 365 * 86_400_000

/** Why the planet could not read the blog and what to do, with the feeds that a web page names; undefined where it could. */
export function failing({ outcome, read }: Look, { t, dates }: Interface): string | undefined {
  if (outcome.kind === 'waiting') return t('report.wait', { until: dates.moment(outcome.until ?? '') })
  if (outcome.kind !== 'failed' && outcome.kind !== 'gone') return undefined
  const code = outcome.code ?? 'unreadable'
  const detail = read?.ok === false ? read.detail : outcome.detail
  const sentence = [
    t(`failure.${code}.what` as Key),
    ...(detail ? [`(${asWords(detail.slice(0, 300))})`] : []),
    t(`failure.${code}.mend` as Key),
  ].join(' ')
  const feeds = read?.ok === false ? (read.feeds ?? []) : []
  if (feeds.length === 0) return sentence
  return [sentence, '', t('report.page-links'), '', ...feeds.slice(0, 5).map((feed) => `- ${asAddress(feed)}`)].join('\n')
}

/** What the author had better know, though the feed can be read. */
export function notes(look: Look, ui: Interface): string[] {
  const { blog, read, movedTo, cards, now } = look
  const { t } = ui
  if (!read?.ok) return []
  const found: string[] = []
  const { entries } = read.feed
  if (movedTo !== undefined && movedTo !== blog.feed) found.push(t('report.moved', { address: asAddress(movedTo) }))
  if (entries.length === 0) found.push(t('report.no-posts'))
  else if (cards.length === 0 && blog.only) found.push(t('report.only', { tags: asWords(blog.only.join(', ')) }))
  const unlinked = entries.filter(({ url, enclosures }) => url === undefined && enclosures.length === 0).length
  if (unlinked > 0) found.push(t('report.unlinked', { count: unlinked }))
  const undated = cards.filter(({ dateGuessed }) => dateGuessed).length
  if (undated > 0) found.push(t('report.undated', { count: undated }))
  const spoken = primary(read.feed.language)
  if (spoken !== undefined && spoken !== primary(blog.language)) {
    found.push(t('report.language', { said: ui.languageName(blog.language), found: ui.languageName(spoken) }))
  }
  const newest = cards[0]
  if (newest && Date.parse(now) - Date.parse(newest.published) > YEAR) found.push(t('report.quiet'))
  return found
}

/** The language of a tag without region or script; undefined where it is no tag. */
function primary(tag: string | undefined): string | undefined {
  return /^[A-Za-z]{2,3}(?=[-_]|$)/.exec(tag ?? '')?.[0].toLowerCase()
}
