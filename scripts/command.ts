import { join } from 'node:path'
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { type Place, placeOf, repositoryFrom } from '../src/planet/place.ts'
import { ProblemsError } from '../src/planet/problem.ts'
import { troubleWithDisk } from './trouble.ts'

/** The folder of Staffroom itself. */
export const root = join(import.meta.dirname, '..')

const COMMON = {
  planet: { type: 'string' },
  now: { type: 'string' },
  'allow-private': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} satisfies ParseArgsOptionsConfig

const COMMON_HELP: Record<string, string> = {
  '--planet DIR': 'the planet in DIR (feeds.yaml, content/, archive/, dist/) instead of the one here',
  '--now DATE': 'the clock, such as 2026-11-21 or 2026-11-21T08:00:00Z',
  '--allow-private': 'loopback and private addresses may be asked (for tests)',
  '--help': 'this text',
}

export type Values<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>
>['values']

/**
 * Runs a command of the project: reads its arguments, prints `--help`, and turns what `run` gives into the exit code:
 * 0 well, 1 the work failed, 2 something a person wrote (arguments, feeds.yaml) must be mended first.
 */
export async function command<O extends ParseArgsOptionsConfig>(spec: {
  name: string
  about: string
  /** What stands after the name in the usage line, for example `[FILE…]`. */
  operands?: string
  options: O
  help: Record<string, string>
  run: (values: Values<O>, place: Place, positionals: string[]) => Promise<number>
}): Promise<void> {
  process.exitCode = await outcome(spec)
}

async function outcome<O extends ParseArgsOptionsConfig>(spec: Parameters<typeof command<O>>[0]): Promise<number> {
  try {
    const strict = parseArgs({
      options: { ...COMMON, ...spec.options },
      allowPositionals: spec.operands !== undefined,
      strict: true,
    })
    const common: { planet?: string; now?: string; 'allow-private'?: boolean; help?: boolean } = strict.values
    if (common.help) {
      console.log(helpText(spec.name, spec.about, spec.operands, spec.help))
      return 0
    }
    const repository = repositoryFrom(process.env)
    const place = placeOf(root, {
      ...(repository === undefined ? {} : { repository }),
      ...(common.planet === undefined ? {} : { planet: common.planet }),
      ...(common.now === undefined ? {} : { now: instant(common.now) }),
      allowPrivate: common['allow-private'] ?? false,
      from: process.env.INIT_CWD ?? process.cwd(),
    })
    return await spec.run(strict.values as Values<O>, place, strict.positionals)
  } catch (error) {
    if (error instanceof ProblemsError) {
      console.error(error.message)
      return 2
    }
    if (isArgumentError(error)) {
      console.error(`${error.message.split('. ')[0]}. \`npm run ${spec.name} -- --help\` lists the options.`)
      return 2
    }
    console.error(troubleWithDisk(error) ?? error)
    return 1
  }
}

/**
 * The port that an option names.
 * @throws ProblemsError where it names none
 */
export function portOf(text: string | undefined): number {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new ProblemsError([{ file: '--port', what: `"${text}" is not a port.`, mend: 'Write a number such as 4321.' }])
}

function instant(text: string): string {
  const time = Date.parse(text)
  if (Number.isNaN(time)) {
    throw new ProblemsError([
      { file: '--now', what: `"${text}" is not a date.`, mend: 'Write it as 2026-11-21 or 2026-11-21T08:00:00Z.' },
    ])
  }
  return new Date(time).toISOString()
}

function helpText(name: string, about: string, operands: string | undefined, help: Record<string, string>): string {
  const rows = Object.entries({ ...help, ...COMMON_HELP })
  const width = Math.max(...rows.map(([option]) => option.length)) + 2
  const usage = [`npm run ${name} --`, '[options]', operands].filter(Boolean).join(' ')
  return [about, '', `usage: ${usage}`, '', ...rows.map(([option, text]) => `  ${option.padEnd(width)}${text}`)].join('\n')
}

function isArgumentError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
