import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

export type Certificate = { key: string; cert: string }
export type CertificateOptions = { names?: string[]; ips?: string[]; from?: Date; until?: Date }

/** A certificate that signs itself (X.509 v3, RFC 5280; ECDSA on P-256), made for one test and forgotten after it. */
export function createCertificate({
  names = [],
  ips = [],
  from = new Date(Date.now() - 86_400_000),
  until = new Date(Date.now() + 86_400_000),
}: CertificateOptions): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const subject = sequence(set(sequence(oid(COMMON_NAME), der(0x0c, Buffer.from('Staffroom test')))))
  const algorithm = sequence(oid(ECDSA_WITH_SHA256))
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    subject,
    sequence(time(from), time(until)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(basicConstraints, alternativeNames(names, ips))),
  )
  const cert = sequence(body, algorithm, bits(sign('sha256', body, privateKey)))
  return { key: pem(privateKey), cert: wrap('CERTIFICATE', cert) }
}

const COMMON_NAME = [0x55, 0x04, 0x03]
const ECDSA_WITH_SHA256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]
const SUBJECT_ALT_NAME = [0x55, 0x1d, 0x11]
const BASIC_CONSTRAINTS = [0x55, 0x1d, 0x13]

/** A value of DER: tag, length, content. */
function der(tag: number, content: Uint8Array): Buffer {
  const { length } = content
  const head = length < 128 ? [tag, length] : length < 256 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(head), content])
}

const sequence = (...parts: Uint8Array[]): Buffer => der(0x30, Buffer.concat(parts))
const set = (...parts: Uint8Array[]): Buffer => der(0x31, Buffer.concat(parts))
const oid = (bytes: number[]): Buffer => der(0x06, Buffer.from(bytes))
const bits = (content: Uint8Array): Buffer => der(0x03, Buffer.concat([Buffer.from([0]), content]))
const octets = (content: Uint8Array): Buffer => der(0x04, content)
const time = (date: Date): Buffer => der(0x18, Buffer.from(`${date.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`))

const basicConstraints = sequence(oid(BASIC_CONSTRAINTS), octets(sequence(der(0x01, Buffer.from([0xff])))))

const alternativeNames = (names: string[], ips: string[]): Buffer =>
  sequence(
    oid(SUBJECT_ALT_NAME),
    octets(
      sequence(
        ...names.map((name) => der(0x82, Buffer.from(name))),
        ...ips.map((ip) => der(0x87, Buffer.from(ip.split('.').map(Number)))),
      ),
    ),
  )

const pem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString()

const wrap = (label: string, bytes: Buffer): string =>
  `-----BEGIN ${label}-----\n${bytes.toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`
