import { execFile } from 'node:child_process'

/**
 * Runs a program, with `input` on its standard input, and gives what it printed.
 * @throws Error with what it said where it does not end well
 */
export function run(program: string, args: string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout)
      else reject(new Error(`${program} ended with ${error.code}: ${stdout}${stderr}`))
    })
    child.stdin?.end(input)
  })
}
