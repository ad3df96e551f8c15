import { withLock } from '../../../src/planet/archive/lock.ts'

// Takes the lock of the archive named on the command line, says so, and holds it until standard input ends.
const [, , folder = ''] = process.argv
try {
  await withLock(folder, async () => {
    console.log('in')
    for await (const _ of process.stdin);
  })
  console.log('out')
} catch (error) {
  console.log(error instanceof Error ? error.message : error)
}
