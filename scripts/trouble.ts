const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS'])

/** What the system's error means where a file could not be written, and the way out; undefined for every other error. */
export function troubleWithDisk(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined
  const place = 'path' in error && typeof error.path === 'string' ? ` (${error.path})` : ''
  if (FULL.has(String(error.code))) {
    return `The disk is full${place}. What was kept before is safe. Make room and run this again: it goes on where it stopped.`
  }
  if (FORBIDDEN.has(String(error.code))) {
    return `A file or folder may not be written${place}. What was kept before is safe. Look who owns it, then run this again.`
  }
  return undefined
}
