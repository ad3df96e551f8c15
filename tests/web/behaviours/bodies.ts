import type { Behaviour, Visit } from '../web.ts'

/** Writes to the socket past the HTTP server, byte for byte. */
const raw = ({ socket }: Visit, ...lines: string[]): void => {
  socket.write(lines.join('\r\n'))
}

/** Repeats something until the other side has gone. */
const repeatedly = ({ socket }: Visit, milliseconds: number, what: () => void): void => {
  const timer = setInterval(what, milliseconds)
  socket.once('close', () => clearInterval(timer))
}

const OK = 'HTTP/1.1 200 OK'
const XML = 'Content-Type: application/rss+xml'

/** Bodies that come slowly, in part, in the wrong length or without an end. */
export const bodies: Record<string, Behaviour> = {
  'drips its body': {
    expects: 'timeout',
    serve(visit) {
      visit.response.writeHead(200, { 'content-type': 'application/rss+xml' })
      visit.response.write('<rss>')
      repeatedly(visit, 20, () => visit.response.write(' '))
    },
  },
  'cuts the body short of its length': {
    expects: 'cut',
    serve(visit) {
      raw(visit, OK, XML, 'Content-Length: 5000', '', visit.feed.slice(0, 300))
      visit.socket.end()
    },
  },
  'resets in the body': {
    expects: 'cut',
    serve(visit) {
      raw(visit, OK, XML, 'Content-Length: 5000', '', visit.feed.slice(0, 300))
      setImmediate(() => visit.socket.resetAndDestroy())
    },
  },
  'leaves out the last chunk': {
    expects: 'cut',
    serve(visit) {
      raw(visit, OK, XML, 'Transfer-Encoding: chunked', '', '5', '<rss>', '')
      visit.socket.end()
    },
  },
  'miscounts a chunk': {
    expects: 'cut',
    serve(visit) {
      raw(visit, OK, XML, 'Transfer-Encoding: chunked', '', '5', '<rss>', 'nothing', '<channel>', '0', '', '')
      visit.socket.end()
    },
  },
  'says a length that is too small': {
    expects: 'fresh',
    serve(visit) {
      raw(visit, OK, XML, 'Content-Length: 300', '', visit.feed)
      visit.socket.end()
    },
  },
  'says two lengths': {
    expects: 'cut',
    serve(visit) {
      raw(visit, OK, XML, 'Content-Length: 300', 'Content-Length: 400', '', visit.feed)
      visit.socket.end()
    },
  },
  'says no length and closes': {
    expects: 'fresh',
    serve(visit) {
      raw(visit, OK, XML, 'Connection: close', '', visit.feed)
      visit.socket.end()
    },
  },
  'never ends its body': {
    expects: 'too-large',
    serve(visit) {
      visit.response.writeHead(200, { 'content-type': 'application/rss+xml' })
      const block = Buffer.alloc(65_536, ' ')
      const more = (): void => {
        while (!visit.socket.destroyed && visit.response.write(block));
      }
      visit.response.on('drain', more)
      more()
    },
  },
  'announces ten gigabytes': {
    expects: 'too-large',
    serve(visit) {
      raw(visit, OK, XML, 'Content-Length: 10000000000', '', '<rss>')
    },
  },
  'sends nothing': { expects: 'fresh', serve: ({ response }) => response.writeHead(200, { 'content-length': 0 }).end() },
  'says there is no content': { expects: 'fresh', serve: ({ response }) => response.writeHead(204).end() },
}
