import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readIfThere, type Writing, writeAtomic } from '../archive/atomic.ts'
import { sweep } from '../archive/leftovers.ts'
import { readPosts, writePosts } from '../archive/lines.ts'
import { aside } from '../archive/store.ts'
import { versionWriting } from '../archive/version.ts'
import type { Finding } from './examine.ts'
import { sound } from './sound.ts'

/** Mends what of these findings a doctor can mend, each file whole and at once. For the one that holds the lock. */
export async function mend(folder: string, findings: Finding[]): Promise<void> {
  const files = new Set(findings.filter(({ by }) => by === 'doctor').map(({ file }) => file))
  await sweep(folder)
  for (const file of files) {
    const [blog = '', name] = file.split('/')
    if (file === 'version.json') await writeAtomic(versionWriting(folder))
    else if (name === 'posts.ndjson' || name === 'held.ndjson') await mendPosts(folder, blog, name)
    else if (name === 'state.json' || name === 'http.json') await rm(join(folder, file), { force: true })
  }
}

async function mendPosts(folder: string, blog: string, name: string): Promise<void> {
  const path = join(folder, blog, name)
  const damaged = join(folder, blog, 'damaged.ndjson')
  const read = readPosts(readIfThere(path), '')
  const setAside: Writing[] = read.damaged.length === 0 ? [] : [[damaged, aside(damaged, read.damaged)]]
  await writeAtomic(...setAside, [path, writePosts(sound(read.posts).posts)])
}
