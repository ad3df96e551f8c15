/** Names the format of a feed by its first element, for people: `RSS 2.0`, `RSS 1.0 (RDF)`, `Atom`, `JSON Feed`. */
export function formatOf(bytes: Uint8Array): string | undefined {
  // Feeds in UTF-16 have a zero beside each of these letters.
  const head = Buffer.from(bytes.subarray(0, 8192)).toString('latin1').replaceAll('\0', '')
  const rss = /<rss\b[^>]*?\bversion\s*=\s*["']([\w.]+)["']/i.exec(head)
  if (rss) return `RSS ${rss[1]}`
  if (/<rss\b/i.test(head)) return 'RSS'
  if (/<(?:\w+:)?RDF\b/.test(head)) return 'RSS 1.0 (RDF)'
  if (/<(?:\w+:)?feed\b/.test(head)) return /purl\.org\/atom\/ns#/.test(head) ? 'Atom 0.3' : 'Atom'
  return /^[^<]*\{/.test(head) ? 'JSON Feed' : undefined
}
