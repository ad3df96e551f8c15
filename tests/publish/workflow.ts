import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const folder = join(import.meta.dirname, '../../.github/workflows')

export type Step = {
  name?: string
  id?: string
  if?: string
  uses?: string
  run?: string
  with?: Record<string, unknown>
  env?: Record<string, string>
}
export type Job = {
  uses?: string
  needs?: string
  permissions?: Record<string, string>
  'timeout-minutes'?: number
  steps?: Step[]
}
export type Workflow = {
  file: string
  text: string
  on: Record<string, unknown>
  permissions?: Record<string, string>
  concurrency?: { group: string; 'cancel-in-progress': boolean }
  jobs: Record<string, Job>
}

/** The project's own workflows as they are written. */
export const workflows: Workflow[] = readdirSync(folder)
  .filter((file) => file.endsWith('.yml'))
  .map((file) => readWorkflow(file))

export function readWorkflow(file: string): Workflow {
  const text = readFileSync(join(folder, file), 'utf8')
  return { ...parse(text), file, text }
}

/** All steps of all jobs of a workflow. */
export const stepsOf = (workflow: Workflow): Step[] => Object.values(workflow.jobs).flatMap((job) => job.steps ?? [])
