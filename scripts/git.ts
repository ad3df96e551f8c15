import { type Git, gitIn } from '../src/planet/archive/git.ts'
import type { Place } from '../src/planet/place.ts'

/** Git in the planet's folder; in a job with the token that it was given. */
export function gitOf(place: Place): Git {
  const { GITHUB_TOKEN: token, GITHUB_SERVER_URL: server = 'https://github.com' } = process.env
  return gitIn(place.folder, token ? { server, token } : undefined)
}
