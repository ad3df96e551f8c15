import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const scripts = join(import.meta.dirname, '../../scripts')

export type Ran = { code: number; out: string; err: string }

/** Runs a command of the project as `npm run` does, without npm; `cwd` is the folder it is called in. */
export async function run(name: string, args: string[], env: Record<string, string> = {}, cwd?: string): Promise<Ran> {
  const { GITHUB_STEP_SUMMARY: _, INIT_CWD: __, ...inherited } = process.env
  const child = spawn(process.execPath, [join(scripts, `${name}.ts`), ...args], {
    env: { ...inherited, ...env },
    ...(cwd === undefined ? {} : { cwd }),
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (part) => (out += part))
  child.stderr.on('data', (part) => (err += part))
  const [code] = await once(child, 'close')
  return { code, out, err }
}
