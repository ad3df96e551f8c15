import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const script = join(import.meta.dirname, '../../scripts/build.ts')

/**
 * Builds the planet in a folder with the real command, and gives the folder of its site.
 * @throws Error with what the command printed, where it fails
 */
export async function buildSite(
  folder: string,
  address: Record<'SITE_URL' | 'BASE_PATH', string>,
  options: string[] = [],
): Promise<string> {
  const { GITHUB_STEP_SUMMARY: _, ...inherited } = process.env
  const child = spawn(process.execPath, [script, '--planet', folder, ...options], {
    env: { ...inherited, ...address, NODE_ENV: 'production' },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (printed += part))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`npm run build ended with ${code}:\n${printed}`)
  return join(folder, 'dist')
}
