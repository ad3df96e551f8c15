import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'

/** What undici tells on its diagnostics channels when it has sent a question, and when one has failed. */
type Sent = { request: object; socket: Socket }
type Failed = { request: object; error: unknown }

const SENT = 'undici:client:sendHeaders'
const FAILED = 'undici:request:error'

/** Knows of an error whether the connection died before a byte of the answer came. */
export type FirstByteWatch = { brokeBefore(error: unknown): boolean; stop(): void }

/**
 * Watches the connections of undici. A kept-alive one that the server has just closed dies so, and nothing was asked for; an
 * error itself does not tell how much it had brought before.
 */
export function watchFirstBytes(): FirstByteWatch {
  const questions = new WeakMap<object, { socket: Socket; bytes: number }>()
  const silent = new WeakSet<object>()

  const onSent = (message: unknown): void => {
    const { request, socket } = message as Sent
    questions.set(request, { socket, bytes: socket.bytesRead })
  }
  const onFailed = (message: unknown): void => {
    const { request, error } = message as Failed
    const question = questions.get(request)
    if (question && question.bytes === question.socket.bytesRead && error instanceof Error) silent.add(error)
  }
  subscribe(SENT, onSent)
  subscribe(FAILED, onFailed)

  return {
    brokeBefore: (error) => error instanceof Error && silent.has(error),
    stop() {
      unsubscribe(SENT, onSent)
      unsubscribe(FAILED, onFailed)
    },
  }
}
