import { type ValidationConfig, validate } from '@actions/languageservice'
import { describe, expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { readWorkflow, stepsOf, workflows } from './workflow.ts'

/** What the actions we use take and give, as their own action.yml say: a misspelt input or output is found here. */
const ACTIONS: Record<string, { inputs: string[]; outputs: string[] }> = {
  checkout: { inputs: ['persist-credentials', 'fetch-depth'], outputs: ['ref', 'commit'] },
  'setup-node': { inputs: ['node-version-file', 'cache'], outputs: ['cache-hit', 'node-version'] },
  cache: { inputs: ['path', 'key', 'restore-keys'], outputs: ['cache-hit'] },
  'configure-pages': { inputs: [], outputs: ['base_url', 'origin', 'host', 'base_path'] },
  'upload-pages-artifact': { inputs: ['path'], outputs: ['artifact_id'] },
  'deploy-pages': { inputs: [], outputs: ['page_url'] },
}

const described = (names: string[]) => Object.fromEntries(names.map((name) => [name, { description: name }]))

const config: ValidationConfig = {
  actionsMetadataProvider: {
    fetchActionMetadata: async ({ owner, name }) => {
      const action = owner === 'actions' ? ACTIONS[name] : undefined
      return action && { name, description: name, inputs: described(action.inputs), outputs: described(action.outputs) }
    },
  },
  fileProvider: {
    getFileContent: async (reference) => {
      if (!('path' in reference)) throw new Error('Only workflows of this repository are called.')
      const path = String(reference.path)
      return { name: path, content: readWorkflow(path.replace('.github/workflows/', '')).text }
    },
  },
}

let documents = 0

async function lint(text: string): Promise<string[]> {
  // An address of its own for each text: the linter remembers what it read at an address.
  const document = TextDocument.create(`file:///workflow-${++documents}.yml`, 'yaml', 1, text)
  const found = await validate(document, config)
  return found.map(({ message, range }) => `line ${range.start.line + 1}: ${message}`)
}

describe('the linter', () => {
  const broken = (change: (text: string) => string) => lint(change(readWorkflow('publish.yml').text))

  test.each([
    ['a key that no job has', (text: string) => text.replace('timeout-minutes', 'timeout-minuts')],
    ['an expression with an unknown context', (text: string) => text.replace('github.token', 'gihub.token')],
    ['a step that is not there', (text: string) => text.replace('steps.pages.', 'steps.page.')],
    ['an input that the action does not have', (text: string) => text.replace('persist-credentials', 'persist-credential')],
    ['a job that is not there', (text: string) => text.replace('needs: build', 'needs: builds')],
    ['a scope that is no permission', (text: string) => text.replace('id-token: write', 'id-tokens: write')],
  ])('finds %s', async (_name, change) => {
    expect(await broken(change)).not.toEqual([])
  })

  test('finds a time that no clock shows', async () => {
    expect(await lint(readWorkflow('schedule.yml').text.replace('23 */3', '63 */3'))).not.toEqual([])
  })
})

describe.each(workflows.map((workflow) => [workflow.file, workflow] as const))('%s', (_file, workflow) => {
  const jobs = Object.entries(workflow.jobs)

  test('is a workflow that GitHub understands', async () => {
    expect(await lint(workflow.text)).toEqual([])
  })

  test('pins every action by its commit and names the version beside it', () => {
    const used = workflow.text.split('\n').filter((line) => /\buses:\s/.test(line))
    for (const line of used)
      expect(line).toMatch(/uses: (?:\.\/\.github\/workflows\/\S+|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/)
  })

  test('gives every job its own permissions, and none to the rest', () => {
    expect(workflow.permissions).toEqual({})
    for (const [name, job] of jobs) expect(job.permissions, name).toBeTypeOf('object')
  })

  test('ends every job in good time', () => {
    for (const [name, job] of jobs) if (!job.uses) expect(job['timeout-minutes'], name).toBeLessThanOrEqual(45)
  })

  test('takes only what an earlier step really gives', () => {
    for (const [, job] of jobs) {
      const given = (job.steps ?? []).flatMap((step) => {
        const action = ACTIONS[/^actions\/([\w-]+)@/.exec(step.uses ?? '')?.[1] ?? '']
        return (action?.outputs ?? []).map((output) => `steps.${step.id}.outputs.${output}`)
      })
      for (const [taken] of JSON.stringify(job).matchAll(/steps\.[\w.-]+/g)) expect(given).toContain(taken)
    }
  })

  test('runs one line a step, without a value pasted into it', () => {
    for (const { run } of stepsOf(workflow)) {
      expect(run ?? '').not.toContain('\n')
      expect(run ?? '').not.toContain('${{')
    }
  })

  test('leaves no token in the clone', () => {
    const checkouts = stepsOf(workflow).filter((step) => step.uses?.startsWith('actions/checkout@'))
    for (const step of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false })
  })
})

describe('together', () => {
  test('nothing but a pull request starts the checks, which may only read and know no secret', () => {
    const check = readWorkflow('check.yml')
    expect(Object.keys(check.on)).toEqual(['pull_request'])
    for (const job of Object.values(check.jobs)) expect(job.permissions).toEqual({ contents: 'read' })
    expect(check.text).not.toMatch(/secrets\.|github\.token/)
    expect(check.concurrency?.['cancel-in-progress']).toBe(true)
  })

  test('a publication is never cancelled half way', () => {
    expect(readWorkflow('publish.yml').concurrency).toEqual({ group: 'publish', 'cancel-in-progress': false })
  })

  test('the schedule stands alone in its file, at an odd minute, and does nothing but call the publication', () => {
    const schedule = readWorkflow('schedule.yml')
    expect(Object.keys(schedule.on)).toEqual(['schedule'])
    expect(Number(/cron: '(\d+) /.exec(schedule.text)?.[1]) % 2).toBe(1)
    expect(workflows.filter((workflow) => 'schedule' in workflow.on)).toHaveLength(1)
    expect(schedule.jobs.publish?.uses).toBe('./.github/workflows/publish.yml')
  })

  test('what the schedule hands on is what the publication asks for', () => {
    const asked = Object.values(readWorkflow('publish.yml').jobs).map((job) => job.permissions)
    expect(readWorkflow('schedule.yml').jobs.publish?.permissions).toEqual(Object.assign({}, ...asked))
  })
})
