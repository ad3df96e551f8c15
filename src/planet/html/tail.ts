/** A line that blog software puts under a text is not longer than this. */
const REACH = 400

const APPEARED = [
  'appeared first on',
  'se publicó primero en',
  'apareció primero en',
  'ha aparegut primer a',
  'apareix primer a',
  'впервые появилась',
  'apareceu primeiro em',
  'apareceu primeiro en',
  'est apparu en premier sur',
  'erschien zuerst auf',
].join('|')

/** `The post … appeared first on …` (WordPress, in the languages of its themes), `[…]`, `Continue reading →`. */
const TAILS = [
  new RegExp(
    ` ?(?:The post|La entrada|El post|L['’]entrada|Запись|A entrada|O post|L['’]article|Der Beitrag) .{1,200}? (?:${APPEARED}) .{1,100}$`,
    'u',
  ),
  / ?(?:\[…\]|\[\.\.\.\])$/u,
  / ?(?:Continue reading|Read more|Leer más|Seguir leyendo|Continuar leyendo|Llegir més|Читать далее)(?: ?(?:→|»|›|\.\.\.|…))?$/u,
]

/** A plain text (see `plain`) without what blog software writes under every one. */
export function withoutTail(text: string): string {
  const end = text.slice(-REACH)
  const rest = TAILS.reduce((left, tail) => left.replace(tail, ''), end)
  return rest.length === end.length ? text : text.slice(0, text.length - end.length) + rest
}
