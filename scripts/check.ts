import { checkChanged } from './checking/changed.ts'
import { checkContent } from './checking/content.ts'
import { checkProject, type Part } from './checking/project.ts'
import { command } from './command.ts'

await command({
  name: 'check',
  about:
    'Checks types, lint and format, feeds.yaml and the content; with --changed only the blogs that changed, by reading them.',
  options: {
    changed: { type: 'string' },
    content: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  help: {
    '--changed BASE': 'read the blogs that feeds.yaml changes since the commit BASE, and show how they will look',
    '--content': 'only feeds.yaml and the content, not the program',
    '--json': 'one JSON object instead of the lines',
  },
  async run({ changed, content: contentOnly, json }, place) {
    const say = (line: string): void => {
      if (!json) console.log(line)
    }
    if (changed !== undefined) {
      const report = await checkChanged(place, changed, say)
      if (json) console.log(JSON.stringify(report, null, 2))
      if (report.problems.length > 0) return 2
      return report.blogs.every(({ ok }) => ok) ? 0 : 1
    }
    const content = await checkContent(place)
    say(told(content))
    // Types and style are the project's, whatever planet it is asked about.
    const project = place.folder === place.root && !contentOnly ? await checkProject(place.root, (part) => say(told(part))) : []
    const parts = [content, ...project]
    if (json) console.log(JSON.stringify({ ok: parts.every(({ ok }) => ok), parts }, null, 2))
    if (!content.ok) return 2
    return parts.every(({ ok }) => ok) ? 0 : 1
  },
})

function told({ name, ok, output, seconds }: Part): string {
  const line = `${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`
  return output === '' ? line : `${line}\n${output}`
}
