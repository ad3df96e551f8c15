import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

export type NameServer = { address: string; close(): Promise<void> }

const A = 1
const AAAA = 28

/**
 * A name server on loopback (RFC 1035 §4): gives each name's IPv4 addresses, knows no others, and says nothing at all about names
 * that are `silent`.
 */
export async function startNameServer(names: Record<string, string[] | 'silent'>): Promise<NameServer> {
  const socket = createSocket('udp4')
  socket.on('message', (query, from) => {
    const { name, end } = questionOf(query)
    const known = names[name]
    if (known === 'silent') return
    const type = query.readUInt16BE(end - 4)
    const addresses = type === A ? (known ?? []) : []
    const head = Buffer.from(query.subarray(0, 12))
    // An answer, recursion available; NXDOMAIN where the name is not known for any type.
    head.writeUInt16BE(known === undefined || (type !== A && type !== AAAA) ? 0x8183 : 0x8180, 2)
    head.writeUInt16BE(addresses.length, 6)
    head.writeUInt32BE(0, 8)
    socket.send(Buffer.concat([head, query.subarray(12, end), ...addresses.map(record)]), from.port, from.address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return {
    address: `127.0.0.1:${(socket.address() as AddressInfo).port}`,
    close: () => new Promise((closed) => socket.close(() => closed())),
  }
}

/** The name asked for, and where its question ends. */
function questionOf(query: Buffer): { name: string; end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += length + 1
  }
  return { name: labels.join('.').toLowerCase(), end: at + 5 }
}

/** An A record for the name of the question, good for a minute. */
function record(ip: string): Buffer {
  return Buffer.from([0xc0, 12, 0, A, 0, 1, 0, 0, 0, 60, 0, 4, ...ip.split('.').map(Number)])
}
