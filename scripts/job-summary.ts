import { appendFile } from 'node:fs/promises'

/** In CI, puts what a command printed into the summary of its job as well. */
export async function tellJob(title: string, text: string): Promise<void> {
  const path = process.env.GITHUB_STEP_SUMMARY
  // Details come from strangers' servers: nothing in them may end the block that keeps them plain text.
  if (path) await appendFile(path, `### ${title}\n\n\`\`\`text\n${text.replaceAll('`', "'")}\n\`\`\`\n\n`)
}
