import type { Socket } from 'node:net'
import type { Behaviour } from '../web.ts'

/** Closes a kept connection as soon as it is used again, politely or not: the first question is that for robots.txt. */
const closesKept = (close: (socket: Socket) => void): Behaviour => {
  const kept = new WeakSet<Socket>()
  return {
    expects: 'fresh',
    robots({ socket, response }) {
      kept.add(socket)
      response.writeHead(404).end()
    },
    serve({ socket, response, feed }) {
      if (kept.has(socket)) close(socket)
      else response.end(feed)
    },
  }
}

/** Heads of answers that come late, broken or never, and connections that die. */
export const heads: Record<string, Behaviour> = {
  'never answers': { expects: 'timeout', serve() {} },
  'drips its headers': {
    expects: 'timeout',
    serve({ socket }) {
      socket.write('HTTP/1.1 200 OK\r\n')
      const timer = setInterval(() => socket.write('X-Slow: yes\r\n'), 20)
      socket.once('close', () => clearInterval(timer))
    },
  },
  'sends a hundred kilobytes of headers': {
    expects: 'too-large',
    serve: ({ socket }) => socket.write(`HTTP/1.1 200 OK\r\n${`X-Much: ${'x'.repeat(1000)}\r\n`.repeat(100)}\r\n`),
  },
  'speaks no HTTP': { expects: 'network', serve: ({ socket }) => socket.end('220 mail.example.org ready\r\n') },
  'cuts its headers': { expects: 'network', serve: ({ socket }) => socket.end('HTTP/1.1 200 OK\r\nContent-Ty') },
  'hangs up without a word': { expects: 'network', serve: ({ socket }) => socket.end() },
  'resets every connection': { expects: 'network', serve: ({ socket }) => socket.resetAndDestroy() },
  'resets the first connection': {
    expects: 'fresh',
    serve({ socket, response, asked, feed }) {
      if (asked === 1) socket.resetAndDestroy()
      else response.end(feed)
    },
  },
  'closes a kept connection': closesKept((socket) => socket.end()),
  'resets a kept connection': closesKept((socket) => socket.resetAndDestroy()),
  'sends early hints first': {
    expects: 'fresh',
    serve({ socket, feed }) {
      socket.write('HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n')
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(feed)}\r\n\r\n${feed}`)
    },
  },
  'sends bare line feeds': {
    expects: 'network',
    serve: ({ socket, feed }) => socket.end(`HTTP/1.1 200 OK\nContent-Length: ${Buffer.byteLength(feed)}\n\n${feed}`),
  },
}
