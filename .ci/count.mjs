// Sums up what the parts of .ci/run left behind. Plain JavaScript, because it must also speak when nothing could be installed.
//   count.mjs score FILE LEAST  exit code 0 when the score in FILE is at least LEAST
//   count.mjs sum FOLDER        prints `N passed, N failed` of all parts; exit code 1 when a test failed or none ran
// A part is FOLDER/<name>.code, its exit code, and for tests FOLDER/<name>.json, vitest's report.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [what, path, least] = process.argv.slice(2)
if (what === 'score') score(path, Number(least))
else sum(path)

function score(file, atLeast) {
  const { score: reached, missing } = JSON.parse(readFileSync(file, 'utf8'))
  console.log(`corpus score: ${reached}, at least ${atLeast} is asked; files not answered: ${missing}`)
  if (!(reached >= atLeast) || missing > 0) process.exitCode = 1
}

function sum(folder) {
  let passed = 0
  let failed = 0
  const parts = readdirSync(folder).filter((name) => name.endsWith('.code'))
  for (const part of parts) {
    const name = part.slice(0, -'.code'.length)
    const code = Number(readFileSync(join(folder, part), 'utf8'))
    const counted =
      name === 'corpus' ? { passed: Number(code === 0), failed: Number(code !== 0) } : tests(join(folder, `${name}.json`), code)
    console.log(`${name}: ${counted.passed} passed, ${counted.failed} failed${code === 124 ? ' (its time was up)' : ''}`)
    passed += counted.passed
    failed += counted.failed
  }
  if (passed + failed === 0) failed = 1
  console.log(`${passed} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
}

/** A part whose exit code is not 0 has failed at least once, whatever it counted: a file may not load, a browser may be missing. */
function tests(file, code) {
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { testResults: [] }
  const all = report.testResults.flatMap((suite) => suite.assertionResults)
  const count = (status) => all.filter((test) => test.status === status).length
  const unloaded = report.testResults.filter(
    (suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = count('failed') + unloaded.length
  return { passed: count('passed'), failed: failed === 0 && (code !== 0 || count('passed') === 0) ? 1 : failed }
}
