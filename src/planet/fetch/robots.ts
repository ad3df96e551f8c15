import robotsParser from 'robots-parser'
import type { Answer } from './ask.ts'
import type { Memory } from './memory.ts'

/** RFC 9309 §2.5 wants 500 KiB to be read at least. */
const LONGEST = 500 * 1024
/** Longer rules are asked for again in every run: nobody shall fill our memory. */
const LONGEST_KEPT = 20_000

/** The name by which robots.txt may speak to us: what stands before the version in the User-Agent. */
export const agentName = (userAgent: string): string => (/^[\w-]+/.exec(userAgent)?.[0] ?? userAgent).toLowerCase()

/** Asks for a robots.txt; undefined where no answer came. */
export type AskRobots = (robots: URL) => Promise<Answer | undefined>

/** Whether robots.txt lets us ask an address. */
export type Robots = { allows(url: URL, ask: AskRobots): Promise<boolean> }

/**
 * Asks each host for its robots.txt at most once a day and keeps the answer in `memory`. One that cannot be read allows
 * (RFC 9309 §2.3.1.3); so does one that does not come, or with a server's error, unless we know what it said before: a member
 * has asked to be read, and besides the feed only single pages are ever looked at.
 */
export function createRobots(userAgent: string, memory: Memory, now: () => Date): Robots {
  const name = agentName(userAgent)
  const asked = new Map<string, Promise<string>>()

  const rulesOf = async (origin: string, ask: AskRobots): Promise<string> => {
    const known = memory.robots[origin]
    const day = now().toISOString().slice(0, 10)
    if (known?.day === day) return known.rules
    const answer = await ask(new URL('/robots.txt', origin))
    if (answer === undefined) return known?.rules ?? ''
    const { status, bytes } = answer
    const rules = status >= 200 && status < 300 ? rulesFor(name, decode(bytes)) : status >= 500 ? (known?.rules ?? '') : ''
    if (rules.length <= LONGEST_KEPT) memory.robots[origin] = { day, rules }
    return rules
  }

  return {
    async allows(url, ask) {
      const rules = asked.get(url.origin) ?? rulesOf(url.origin, ask)
      asked.set(url.origin, rules)
      return isAllowed(await rules, url)
    },
  }
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, LONGEST))

const isAllowed = (rules: string, url: URL): boolean =>
  rules === '' || robotsParser(`${url.origin}/robots.txt`, rules).isAllowed(url.href) !== false

/**
 * The part of a robots.txt that is for us, as a group of its own: the groups that name us, else those for everybody
 * (RFC 9309 §2.2.1). Empty where nothing is forbidden.
 */
export function rulesFor(name: string, text: string): string {
  const groups: { names: string[]; rules: string[] }[] = []
  let open = false
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [field = '', ...rest] = (line.split('#', 1)[0] ?? '').split(':')
    const key = field.trim().toLowerCase()
    const value = rest.join(':').trim()
    if (key === 'user-agent') {
      if (!open) groups.push({ names: [], rules: [] })
      open = true
      groups.at(-1)?.names.push(agentName(value.toLowerCase()))
    } else if (key === 'allow' || key === 'disallow') {
      open = false
      if (value !== '') groups.at(-1)?.rules.push(`${key}: ${value}`)
    }
  }
  const named = groups.filter(({ names }) => names.includes(name))
  const ours = named.length > 0 ? named : groups.filter(({ names }) => names.includes('*'))
  const rules = ours.flatMap((group) => group.rules)
  return rules.some((rule) => rule.startsWith('disallow')) ? ['user-agent: *', ...rules].join('\n') : ''
}
