import { realpath } from 'node:fs/promises'
import { type Git, gitIn } from '../src/planet/archive/git.ts'
import type { Place } from '../src/planet/place.ts'

/** Git in the planet's folder; in a job with the token that it was given. */
export function gitOf(place: Place): Git {
  const { GITHUB_TOKEN: token, GITHUB_SERVER_URL: server = 'https://github.com' } = process.env
  return gitIn(place.folder, token ? { server, token } : undefined)
}

/** Git, where the planet's folder is a repository of its own and not a folder in another. */
export async function ownGitOf(place: Place): Promise<Git | undefined> {
  const git = gitOf(place)
  const { code, out } = await git(['rev-parse', '--show-toplevel'])
  return code === 0 && (await realpath(out.trim())) === (await realpath(place.folder)) ? git : undefined
}
