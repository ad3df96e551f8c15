/** The headers of an answer, names in small letters, as undici gives them. */
export type Headers = Record<string, string | string[] | undefined>

/** The first value of a header, byte for byte (one character a byte); undefined where it is missing or empty. */
export function header(headers: Headers, name: string): string | undefined {
  const value = headers[name]
  return (Array.isArray(value) ? value[0] : value) || undefined
}
