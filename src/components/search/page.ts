import { type Hit, openSearch } from './pagefind.ts'
import { resultItem } from './results.ts'

/** What the page hands over; `found` by plural form, with `#` for the number. */
type Words = Record<'bundle' | 'timeZone' | 'dates' | 'searching' | 'none' | 'failed', string> & {
  languages: string[]
  found: Record<string, string>
}

const AT_A_TIME = 10
const PAUSE = 250

const part = <E extends HTMLElement>(id: string, kind: new () => E): E => {
  const found = document.getElementById(id)
  if (found instanceof kind) return found
  throw new Error(`The search page has no #${id}.`)
}
const form = part('ask', HTMLFormElement)
const told = part('told', HTMLElement)
const list = part('found', HTMLOListElement)
const more = part('more', HTMLButtonElement)
const wider = part('wider', HTMLButtonElement)
const words: Words = JSON.parse(part('words', HTMLElement).textContent ?? '{}')
const { lang } = document.documentElement
const date = new Intl.DateTimeFormat(words.dates, { dateStyle: 'long', timeZone: words.timeZone })
const ask = openSearch(words.bundle)

let asked = 0
let hits: Hit[] = []

async function answer(): Promise<void> {
  const question = ++asked
  const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]))
  const { q = '', language = '', ...rest } = fields
  const filters = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ''))
  history.replaceState(null, '', `?${new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== ''))}`)
  if (q === '' && Object.keys(filters).length === 0) return show([], '')
  told.textContent = words.searching
  try {
    const found = await ask({ text: q, languages: language ? [language] : words.languages, filters })
    if (question !== asked) return
    await show(found, found.length > 0 ? counted(found.length) : words.none)
    wider.hidden = found.length > 0 || language === ''
  } catch (error) {
    console.error(error)
    if (question === asked) await show([], words.failed)
  }
}

const counted = (count: number): string =>
  (words.found[new Intl.PluralRules(lang).select(count)] ?? '#').replace('#', new Intl.NumberFormat(lang).format(count))

async function show(found: Hit[], sentence: string): Promise<void> {
  hits = found
  wider.hidden = true
  const first = await itemsFrom(0)
  if (hits !== found) return
  list.replaceChildren(...first)
  told.textContent = sentence
}

async function itemsFrom(start: number): Promise<HTMLElement[]> {
  const shown = await Promise.all(hits.slice(start, start + AT_A_TIME).map((hit) => hit.data()))
  more.hidden = start + AT_A_TIME >= hits.length
  return shown.map((one) => resultItem(one, date))
}

let pause: ReturnType<typeof setTimeout> | undefined
form.addEventListener('input', () => {
  clearTimeout(pause)
  pause = setTimeout(answer, PAUSE)
})
form.addEventListener('submit', (event) => {
  event.preventDefault()
  clearTimeout(pause)
  void answer()
})
wider.addEventListener('click', () => {
  const language = form.elements.namedItem('language')
  if (language instanceof HTMLSelectElement) language.value = ''
  // The button is about to go: whoever pressed it by keyboard must not be left nowhere.
  form.querySelector('input')?.focus()
  void answer()
})
more.addEventListener('click', async () => {
  const items = await itemsFrom(list.childElementCount)
  list.append(...items)
  items[0]?.querySelector('a')?.focus()
})

for (const [name, value] of new URLSearchParams(location.search)) {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value
}
if (location.search.length > 1) void answer()
