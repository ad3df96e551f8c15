import zlib from 'node:zlib'
import type { Behaviour, Visit } from '../web.ts'

const send = ({ response }: Visit, coding: string, body: Uint8Array): void => {
  response.writeHead(200, { 'content-type': 'application/rss+xml', ...(coding === '' ? {} : { 'content-encoding': coding }) })
  response.end(body)
}

/** Sends the feed in a coding, as a whole or cut by its last bytes. */
const coded = (coding: string, encode: (body: string) => Uint8Array, cut = 0): Behaviour => ({
  expects: cut === 0 ? 'fresh' : 'cut',
  serve(visit) {
    const body = encode(visit.feed)
    send(visit, coding, body.subarray(0, body.length - cut))
  },
})

/** Twenty million blanks in a few kilobytes, made once and only when somebody asks. */
const bomb = (coding: string, encode: (body: Uint8Array) => Uint8Array): Behaviour => {
  let body: Uint8Array | undefined
  return {
    expects: 'too-large',
    serve(visit) {
      body ??= encode(Buffer.alloc(20_000_000, ' '))
      send(visit, coding, body)
    },
  }
}

const quickGzip = (body: Uint8Array): Buffer => zlib.gzipSync(body, { level: 1 })

/** Packed bodies: well, twice, cut, bursting, and not as announced. */
export const codings: Record<string, Behaviour> = {
  'packs with gzip': coded('gzip', zlib.gzipSync),
  'packs with brotli': coded('br', zlib.brotliCompressSync),
  'packs with zstd': coded('zstd', zlib.zstdCompressSync),
  'packs with deflate': coded('deflate', zlib.deflateSync),
  'packs with deflate without its wrapping': coded('deflate', zlib.deflateRawSync),
  'packs twice': coded('gzip, br', (body) => zlib.brotliCompressSync(zlib.gzipSync(body))),
  'calls gzip x-gzip': coded('X-GZIP', zlib.gzipSync),
  'packs without a word': coded('', zlib.gzipSync),
  'announces gzip and sends text': coded('gzip', Buffer.from),
  'cuts gzip': coded('gzip', zlib.gzipSync, 12),
  'cuts brotli': coded('br', zlib.brotliCompressSync, 12),
  'cuts zstd': coded('zstd', zlib.zstdCompressSync, 12),
  'sends a gzip bomb': bomb('gzip', quickGzip),
  'sends a gzip bomb in a gzip': bomb('gzip, gzip', (body) => zlib.gzipSync(quickGzip(body))),
  'sends a brotli bomb': bomb('br', (body) =>
    zlib.brotliCompressSync(body, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } }),
  ),
  'sends a zstd bomb': bomb('zstd', zlib.zstdCompressSync),
  'breaks gzip': {
    expects: 'encoding',
    serve: (visit) => send(visit, 'gzip', Buffer.concat([zlib.gzipSync(visit.feed).subarray(0, 20), Buffer.alloc(500, 0xff)])),
  },
  'packs a hundred times': {
    expects: 'encoding',
    serve: (visit) => send(visit, Array.from({ length: 100 }, () => 'gzip').join(', '), zlib.gzipSync(visit.feed)),
  },
  'packs in a way nobody knows': { expects: 'encoding', serve: (visit) => send(visit, 'compress', Buffer.from(visit.feed)) },
}
