import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalKey } from './address.ts'
import type { Post } from './post.ts'
import { openArchive } from './store.ts'

/**
 * Removes a blog from an archive: all that is kept of it, and the links of others to its addresses. What another blog carries too
 * stays with the other.
 */
export async function forgetIn(folder: string, blog: string, addresses: string[]): Promise<void> {
  const archive = openArchive(folder)
  await rm(join(folder, blog), { recursive: true, force: true })
  const keys = addresses.map(canonicalKey)
  for (const other of archive.blogs()) {
    const [posts, held] = [archive.readPosts(other), archive.readHeld(other)]
    if (mentions(posts, keys)) await archive.save(other, { posts: posts.map((post) => withoutLinks(post, keys)) })
    if (mentions(held, keys)) await archive.save(other, { held: held.map((post) => withoutLinks(post, keys)) })
  }
}

const mentions = (posts: Post[], keys: string[]): boolean => posts.some(({ links }) => links.some((link) => isUnder(link, keys)))

const withoutLinks = (post: Post, keys: string[]): Post => ({ ...post, links: post.links.filter((link) => !isUnder(link, keys)) })

/** The address itself, or a page of it. */
function isUnder(link: string, keys: string[]): boolean {
  const key = canonicalKey(link)
  return keys.some((home) => key === home || key.startsWith(`${home}/`) || key.startsWith(`${home}?`))
}
