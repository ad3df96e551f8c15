import type { Answer } from './ask.ts'
import { refusesBuilder } from './refusal.ts'

/** What an answer tells of a page: it is there, it is not there (404, 410), or nothing either way. */
export type Sight = 'there' | 'missing' | 'unsure'

/** The sight of a page in the last answer on the way to it. A robot check that calls itself a success is none. */
export function sightOf(answer: Answer): Sight {
  if (answer.status === 404 || answer.status === 410) return 'missing'
  return answer.status >= 200 && answer.status < 300 && !refusesBuilder(answer) ? 'there' : 'unsure'
}
