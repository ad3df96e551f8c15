import { bodies } from './bodies.ts'
import { codings } from './codings.ts'
import { heads } from './heads.ts'
import { redirects } from './redirects.ts'
import { refusals } from './refusals.ts'
import { recognising, validators } from './validators.ts'

/** Every way in which a server of the test web can behave, by name. */
export const behaviours = { ...bodies, ...heads, ...codings, ...redirects, ...recognising, ...validators, ...refusals }
