import type { Entry, Feed } from '../../../src/planet/parse/feed.ts'
import { chance } from '../../chance.ts'
import { entry } from './support.ts'

const DAY = 86_400_000
const MOVED = Date.parse('2026-11-18T09:00:00Z')

const WORDS: Record<string, string> = {
  es: 'alumno tiza recreo pizarra cuaderno fracción lectura viento patio semana juego pregunta respuesta cuento mapa río montaña lápiz grupo taller ciencia planta semilla ventana puerta música teatro verso letra número regla sombra tarde mañana invierno otoño clase maestra ejemplo dibujo proyecto tiempo camino carta piedra sonido color silencio palabra idea error memoria abuela mercado barrio tren puente luz agua fuego tierra',
  ca: 'alumne guix pati pissarra quadern fracció lectura vent setmana joc pregunta resposta conte mapa riu muntanya llapis grup taller ciència planta llavor finestra porta música teatre vers lletra nombre regle ombra tarda matí hivern tardor classe mestra exemple dibuix projecte temps camí carta pedra so color silenci paraula idea errada memòria àvia mercat barri tren pont llum aigua foc terra',
  ru: 'ученик мел перемена доска тетрадь дробь чтение ветер двор неделя игра вопрос ответ рассказ карта река гора карандаш группа мастерская наука растение семя окно дверь музыка театр стих буква число линейка тень вечер утро зима осень класс учитель пример рисунок проект время дорога письмо камень звук цвет тишина слово мысль ошибка память бабушка рынок поезд мост свет вода огонь земля',
  en: 'pupil chalk break board notebook fraction reading wind yard week game question answer story map river mountain pencil group workshop science plant seed window door music theatre verse letter number ruler shadow evening morning winter autumn lesson teacher example drawing project time path card stone sound colour silence word idea mistake memory grandmother market street train bridge light water fire earth',
}
const REPEATED = ['Feliz Navidad', 'Deures', 'Итоги недели', 'Homework', 'Vuelta al cole']

type Source = { title: string; text: string; time: number; number: number; isRepeated: boolean }
type Platform = (source: Source, at: number) => { id: string; url: string }

const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
const ymd = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** How platforms name posts. Posts of one title get a number behind their address, as everywhere. */
const PLATFORMS: Record<string, Platform> = {
  wordpress: (post, at) => ({
    id: `https://wp.example.org/?p=${at * 3 + 11}`,
    url: `https://wp.example.org/${ymd(post.time).replaceAll('-', '/')}/${slugOf(post.title)}${post.isRepeated ? `-${post.number}` : ''}/`,
  }),
  plain: (_, at) => ({ id: `https://plain.example.org/?p=${at + 2}`, url: `https://plain.example.org/?p=${at + 2}` }),
  blogger: (post) => ({
    id: `tag:blogger.com,1999:blog-77.post-90000000000${post.number}`,
    url: `https://b.blogspot.example.com/${ymd(post.time).slice(0, 7).replace('-', '/')}/${slugOf(post.title).slice(0, 38)}_${post.number}.html`,
  }),
  ghost: (post) => ({
    id: `65f1c0ffee0badcafe${String(post.number).padStart(6, '0')}`,
    url: `https://ghost.example.org/${slugOf(post.title)}${post.isRepeated ? `-${post.number}` : ''}/`,
  }),
  jekyll: (post) => {
    const url = `https://j.example.org/${ymd(post.time)}-${slugOf(post.title)}${post.isRepeated ? `-${post.number}` : ''}.html`
    return { id: url, url }
  },
  ucoz: (post) => {
    const url = `http://u.ucoz.example.net/blog/${ymd(post.time)}-${post.number}`
    return { id: url, url }
  },
}

/** Two states of one blog's feed, and which entry of the second is which of the first. */
export type NoisyMove = {
  name: string
  blog: { site: string; language: string }
  before: Feed
  after: Feed
  same: Record<string, string>
}

/** Moves between platforms with titles, texts, dates and windows by chance, and what goes wrong in moves. */
export function noisyMoves(count: number): NoisyMove[] {
  const names = Object.keys(PLATFORMS)
  return Array.from({ length: count }, (_, seed) => {
    const next = chance(seed + 1)
    const from = names[seed % names.length] ?? 'plain'
    const to = names[(seed + 1 + (Math.floor(seed / names.length) % (names.length - 1))) % names.length] ?? 'plain'
    return noisyMove(from, to, next)
  })
}

function noisyMove(from: string, to: string, next: () => number): NoisyMove {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T
  const language = pick(Object.keys(WORDS))
  const vocabulary = (WORDS[language] ?? '').split(' ')
  const phrase = (least: number, most: number): string =>
    Array.from({ length: least + Math.floor(next() * (most - least + 1)) }, () => pick(vocabulary)).join(' ')
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

  // What comes back every week or year begins with the same words.
  const greeting = capital(phrase(9, 12))
  let time = MOVED - (20 + Math.floor(next() * 40)) * DAY * 8
  const sources = Array.from({ length: 10 + Math.floor(next() * 30) }, (_, number): Source => {
    time += (0.6 + next() * 9) * DAY
    const isRepeated = next() < 0.15
    const title = isRepeated ? pick(REPEATED) : capital(phrase(3, 6))
    return {
      title,
      text: `${isRepeated ? `${greeting} ${title}.` : `${capital(phrase(8, 14))}.`} ${capital(phrase(8, 30))}.`,
      time: Math.floor(time / 1000) * 1000,
      number: number + 1,
      isRepeated,
    }
  })
  const fresh = 1 + Math.floor(next() * 4)
  const old = sources.slice(0, -fresh)
  const window = 8 + Math.floor(next() * 20)
  const shift = pick([0, 0, 1, 2, -1, 3, -5]) * 3_600_000
  const isImport = next() < 0.25
  const isDated = next() < 0.95
  const isByDay = next() < 0.15
  const before = old.map((source, at) => ({ source, ...(PLATFORMS[from] as Platform)(source, at) })).slice(-window)
  // What was written after the move: its dates are its own.
  const start = Math.max(MOVED, time)
  const after = sources
    .map((source, at) => {
      const isNew = at >= old.length
      const moved = isImport ? start + at * 1000 : isByDay ? Math.floor(source.time / DAY) * DAY : source.time + shift
      const own = isNew ? { ...source, time: start + (3 + at - old.length) * DAY } : { ...source, time: moved }
      return { source, own, ...(PLATFORMS[to] as Platform)(own, at) }
    })
    .slice(-(6 + Math.floor(next() * 20)))
  const known = new Map(before.map(({ source, url }) => [source, url]))
  // What the old feed had lost before the first reading is new to us.
  return {
    name: `${from} → ${to}`,
    blog: { site: 'https://blog.example.org/', language },
    before: { entries: before.map(({ source, id, url }) => entryOf(source, source.title, source.text, id, url)) },
    after: {
      entries: after.map(({ source, own, id, url }) =>
        entryOf(
          isDated ? own : undefined,
          known.has(source) ? retold(own.title, next) : own.title,
          reworked(own.text, next),
          id,
          url,
        ),
      ),
    },
    same: Object.fromEntries(
      after.flatMap(({ source, url }) => {
        const was = known.get(source)
        return was === undefined ? [] : [[new URL(url).href, new URL(was).href]]
      }),
    ),
  }
}

const entryOf = (dated: Source | undefined, title: string, text: string, id: string, url: string): Entry =>
  entry({
    id,
    url,
    title,
    html: `<p>${text}</p>`,
    ...(dated === undefined ? {} : { published: new Date(dated.time).toISOString() }),
  })

/** A title as it may come out on the other side. */
function retold(title: string, next: () => number): string {
  const dice = next()
  if (dice < 0.04) return `${title}!`
  if (dice < 0.08) return title.toUpperCase()
  if (dice < 0.1) return `${title} | El blog`
  if (dice < 0.12) return title.slice(0, -1)
  if (dice < 0.14) return title.split(' ').toReversed().join(' ')
  return title
}

/** A text as it may come out on the other side. */
function reworked(text: string, next: () => number): string {
  const dice = next()
  if (dice < 0.05) return `Foto. ${text}`
  if (dice < 0.1) return text.replace('. ', '.\n\n')
  if (dice < 0.15) return text.slice(0, Math.max(40, text.indexOf('.') + 1))
  if (dice < 0.16) return `${text.slice(0, 20)} ${text.slice(30)}`
  if (dice < 0.18) return text.replace(/\p{L}+$/u, '')
  return text
}
