import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, statSync, symlinkSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

export function git(folder: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false']
  return execFileSync('git', ['-C', folder, ...identity, ...args], { encoding: 'utf8' }).trim()
}

/** The project as it lies here, tracked files and new ones that are not ignored, as a repository of its own with one commit. */
export function copyProject(to: string): void {
  const files = git(root, 'ls-files', '--cached', '--others', '--exclude-standard', '-z').split('\0').filter(Boolean)
  for (const file of new Set(files)) {
    if (!existsSync(join(root, file))) continue
    mkdirSync(dirname(join(to, file)), { recursive: true })
    cpSync(join(root, file), join(to, file))
  }
  git(to, 'init', '--quiet', '--initial-branch=main')
}

/**
 * Gives a copy the packages that are installed here. An `npm ci` of its own would be the same packages again, from the network
 * and a minute later; and through the link it would empty the folder that these very tests run from. So the lock file gets the
 * age it has here, by which the commands see that the packages fit.
 */
export function linkPackages(folder: string): void {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const { atime, mtime } = statSync(join(root, 'package-lock.json'))
  utimesSync(join(folder, 'package-lock.json'), atime, mtime)
}
