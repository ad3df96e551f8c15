import { spawn } from 'node:child_process'
import { ProblemsError } from '../problem.ts'

export type GitAnswer = { code: number; out: string; err: string }

/** Calls git in one folder; `env` is added to the process's own, `input` goes to its standard input. */
export type Git = (args: string[], more?: { env?: Record<string, string>; input?: string }) => Promise<GitAnswer>

/** Who may write: a token, and the only server (`https://github.com`) it is sent to. */
export type Login = { server: string; token: string }

/**
 * Git in `folder`. The token of a `login` travels in the environment, so that no process list and no configuration file
 * ever shows it. Never asks anybody for a password.
 */
export function gitIn(folder: string, login?: Login): Git {
  const settings: [string, string][] = [
    ['core.autocrlf', 'false'],
    ['core.quotePath', 'false'],
  ]
  if (login) {
    const basic = Buffer.from(`x-access-token:${login.token}`).toString('base64')
    settings.push([`http.${login.server}/.extraHeader`, `Authorization: Basic ${basic}`])
  }
  const fixed: Record<string, string> = {
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(
      settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
  }
  return (args, { env = {}, input } = {}) =>
    new Promise((resolve, reject) => {
      const child = spawn('git', args, { cwd: folder, env: { ...process.env, ...fixed, ...env }, stdio: 'pipe' })
      const out: Buffer[] = []
      const err: Buffer[] = []
      child.stdout.on('data', (part: Buffer) => out.push(part))
      child.stderr.on('data', (part: Buffer) => err.push(part))
      child.on('error', reject)
      child.on('close', (code) =>
        resolve({ code: code ?? 1, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') }),
      )
      // A git that ends without reading says why by its exit code.
      child.stdin.on('error', () => child.stdin.destroy())
      child.stdin.end(input)
    })
}

/** What git prints, without the last line break. @throws ProblemsError with git's own words when it does not succeed. */
export async function said(git: Git, args: string[], more?: Parameters<Git>[1]): Promise<string> {
  const { code, out, err } = await git(args, more)
  if (code === 0) return out.replace(/\n$/, '')
  throw new ProblemsError([
    {
      file: 'git',
      what: `"git ${args.slice(0, 3).join(' ')}" did not succeed: ${err.trim() || `exit code ${code}`}.`,
      mend: 'Look whether this folder is a clone with a remote "origin" that may be read and written.',
    },
  ])
}
