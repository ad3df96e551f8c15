import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** One part of the check, as it ended. `output` is what a person must read: empty where all is well. */
export type Part = { name: string; ok: boolean; seconds: number; output: string }

/** Types of every .ts and .astro file, then lint and format, each told as soon as it is known. */
export async function checkProject(root: string, tell: (part: Part) => void): Promise<Part[]> {
  const parts: Part[] = []
  for (const [name, program, args] of [
    ['types', 'astro', ['check', '--minimumSeverity', 'warning', '--minimumFailingSeverity', 'warning']],
    ['lint and format', 'biome', ['ci', '--error-on-warnings', '--colors=off', '.']],
  ] satisfies [string, string, string[]][]) {
    const part = await run(root, name, program, args)
    tell(part)
    parts.push(part)
  }
  return parts
}

function run(root: string, name: string, program: string, args: string[]): Promise<Part> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules/.bin', program), ...args], {
      cwd: root,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const printed: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => printed.push(part))
    child.stderr.on('data', (part: Buffer) => printed.push(part))
    child.on('error', reject)
    child.on('close', (code) => {
      const seconds = (performance.now() - started) / 1000
      const ok = code === 0
      resolve({ name, ok, seconds, output: ok ? '' : stripVTControlCharacters(Buffer.concat(printed).toString('utf8')).trim() })
    })
  })
}
