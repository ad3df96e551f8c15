/** The headers of an answer, names in small letters, as undici gives them. */
export type Headers = Record<string, string | string[] | undefined>

/**
 * A date of HTTP in any of its three forms (RFC 9110 §5.6.7), in milliseconds; undefined for `0`, `-1` and whatever else is none.
 * Without a zone, as in the form of C's asctime, it is UTC, wherever the machine stands.
 */
export function httpDate(value: string | undefined): number | undefined {
  if (value === undefined || !/[a-z]{3}/i.test(value)) return undefined
  const time = Date.parse(/(?:[A-Z]{1,4}|[+-]\d\d:?\d\d)$/.test(value.trim()) ? value : `${value} GMT`)
  return Number.isNaN(time) ? undefined : time
}

/** The first value of a header, byte for byte (one character a byte); undefined where it is missing or empty. */
export function header(headers: Headers, name: string): string | undefined {
  const value = headers[name]
  return (Array.isArray(value) ? value[0] : value) || undefined
}
