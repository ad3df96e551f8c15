const tables = new Map<string, Map<string, number[]>>()

/** Writes a text in an encoding that Node itself only reads, by turning its decoder around. */
export function encodeAs(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding.startsWith('utf-')) return encodeWide(text, encoding)
  const table = tables.get(encoding) ?? tableOf(encoding)
  tables.set(encoding, table)
  const bytes: number[] = []
  for (const character of text) {
    const written = table.get(character)
    if (!written) throw new Error(`${encoding} has no ${character}`)
    bytes.push(...written)
  }
  return Uint8Array.from(bytes)
}

function tableOf(encoding: string): Map<string, number[]> {
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, number[]>()
  const add = (bytes: number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes))
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, bytes)
  }
  for (let byte = 0; byte < 256; byte++) add([byte])
  if (/^(?:windows|iso-8859|koi8|ibm|macintosh)/.test(encoding)) return table
  for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) add([lead, trail])
  return table
}

function encodeWide(text: string, encoding: string): Uint8Array {
  const wide = encoding.startsWith('utf-32')
  const units = wide
    ? [...text].map((character) => character.codePointAt(0) ?? 0)
    : text.split('').map((unit) => unit.charCodeAt(0))
  const size = wide ? 4 : 2
  const bytes = new Uint8Array(units.length * size)
  const view = new DataView(bytes.buffer)
  units.forEach((unit, at) => {
    if (wide) view.setUint32(at * size, unit, encoding.endsWith('le'))
    else view.setUint16(at * size, unit, encoding.endsWith('le'))
  })
  return bytes
}
