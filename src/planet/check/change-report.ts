import type { Interface } from '../../i18n/interface.ts'
import type { Changes } from '../config/changes.ts'
import type { Blog } from '../config/feeds-file.ts'
import type { Problem } from '../problem.ts'
import { asWords } from './markdown.ts'

/** What a change does to the list of blogs, and what to think of before it is taken. `touched` are the blogs it adds or changes. */
export function changesReport(
  { added, changed, removed, renamed, reused }: Changes,
  touched: Blog[],
  { t, list }: Interface,
): string {
  const code = (id: string): string => `\`${id.replaceAll('`', '')}\``
  const asleep = touched.filter(({ status }) => status !== 'active').map(({ id }) => id)
  const lines = [
    ...(added.length > 0 ? [t('report.added', { ids: list(added.map(code)) })] : []),
    ...(changed.length > 0 ? [t('report.changed', { ids: list(changed.map(code)) })] : []),
    ...(asleep.length > 0 ? [t('report.asleep', { ids: list(asleep.map(code)) })] : []),
    ...renamed.map(({ from, to }) => `⚠️ ${t('report.renamed', { from: code(from), to: code(to) })}`),
    ...reused.map((id) => `⚠️ ${t('report.reused', { id: code(id) })}`),
    ...removed.filter((id) => !renamed.some(({ from }) => from === id)).map((id) => `⚠️ ${t('report.removed', { id: code(id) })}`),
  ]
  return [`## ${t('report.heading')}`, lines.length > 0 ? lines.map((line) => `- ${line}`).join('\n') : t('report.nothing')].join(
    '\n\n',
  )
}

/** What must be mended in the file itself before any blog can be read. */
export function problemsReport(problems: Problem[]): string {
  const lines = problems.map(({ file, line, field, what, mend }) => {
    const where = [asWords(line === undefined ? file : `${file}, line ${line}`), field === undefined ? '' : `(${asWords(field)})`]
      .join(' ')
      .trim()
    return `- **${where}**: ${asWords(what)} ${asWords(mend)}`
  })
  return ['### ❌ feeds.yaml', ...lines].join('\n\n')
}

/** GitHub takes a summary of one megabyte at most. */
const LONGEST = 900_000

/** Joins the parts of a report as far as they fit into a summary, and tells how many did not. */
export function together(parts: string[]): string {
  const fitting: string[] = []
  let size = 0
  for (const part of parts) {
    size += Buffer.byteLength(part)
    if (size > LONGEST) break
    fitting.push(part)
  }
  if (fitting.length < parts.length) fitting.push(`… +${parts.length - fitting.length}`)
  return fitting.join('\n\n')
}
