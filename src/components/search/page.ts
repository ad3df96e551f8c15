import { dayIn } from './days.ts'
import { element } from './element.ts'
import { type Hit, openSearch } from './pagefind.ts'
import { resultCard } from './results.ts'
import { openTopics } from './topics.ts'

/**
 * What the page hands over: paths, and its words; `days` for `dayIn`, `found` by plural form, with `#` for the number, which
 * browsers must not write in their own way.
 */
type Words = Record<'bundle' | 'site' | 'drawers' | 'topics' | 'blogs' | 'topic' | 'searching' | 'none' | 'failed', string> & {
  days: string[]
  found: Record<string, string>
}

const AT_A_TIME = 10
/** Milliseconds: after a key until the question is asked, until it is said that this takes time, and until a result is read out. */
const [PAUSE, SLOW, HEARD] = [200, 500, 700]

const part = <E extends HTMLElement>(id: string, kind: new () => E): E => {
  const found = document.getElementById(id)
  if (found instanceof kind) return found
  throw new Error(`#${id}`)
}
const form = part('ask', HTMLFormElement)
const field = part('q', HTMLInputElement)
const told = part('told', HTMLElement)
const heard = part('heard', HTMLElement)
const offers = part('offers', HTMLElement)
const list = part('found', HTMLElement)
const more = part('more', HTMLElement)
const wider = part('wider', HTMLElement)
const browse = part('browse', HTMLElement)
const words: Words = JSON.parse(part('words', HTMLElement).textContent ?? '{}')
const boxes = [...form.querySelectorAll<HTMLInputElement>('[name="language"]')]
const { lang } = document.documentElement
const search = openSearch(words.bundle)
const topicsOf = openTopics(words.drawers)
const frugal = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData ?? false

let asked = 0
let hits: Hit[] = []
let pause: ReturnType<typeof setTimeout> | undefined
let hearing: ReturnType<typeof setTimeout> | undefined

/** The languages to ask: those that are chosen, or all where none is. */
function languages(): string[] {
  const chosen = boxes.filter(({ checked }) => checked)
  return (chosen.length > 0 ? chosen : boxes).map(({ value }) => value)
}

async function answer(): Promise<void> {
  clearTimeout(pause)
  const question = ++asked
  const latest = () => question === asked
  const fields = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value).trim()])
  const filled = fields.filter(([name, value]) => name !== 'language' && value !== '')
  const usual = boxes.every(({ checked, defaultChecked }) => checked === defaultChecked)
  const address = new URLSearchParams(usual ? filled : [...filled, ...fields.filter(([name]) => name === 'language')])
  history.replaceState(null, '', address.size > 0 ? `?${address}` : location.pathname)
  const { q = '', sort = '', ...filters } = Object.fromEntries(filled)
  browse.hidden = q !== '' || Object.keys(filters).length > 0
  if (!browse.hidden) return show([], [], [], '')
  const slow = setTimeout(() => latest() && tell(words.searching), SLOW)
  try {
    const topics = topicsOf(q).catch((error: unknown) => {
      // Topics are a help: where they cannot be had, the posts still are.
      console.error(error)
      return []
    })
    void topics.then((ids) => latest() && list.childElementCount === 0 && offer(ids))
    const found = await search.ask({ text: q, languages: languages(), filters, sort })
    const cards = await cardsOf(found.slice(0, AT_A_TIME))
    const ids = await topics
    if (latest()) show(found, cards, ids, found.length > 0 ? counted(found.length) : words.none)
  } catch (error) {
    console.error(error)
    if (latest()) show([], [], [], words.failed)
  } finally {
    clearTimeout(slow)
  }
}

const counted = (count: number): string =>
  (words.found[new Intl.PluralRules(lang).select(count)] ?? '#').replace('#', new Intl.NumberFormat(lang).format(count))

const cardsOf = async (some: Hit[]): Promise<HTMLElement[]> =>
  (await Promise.all(some.map(search.result))).map((found) =>
    resultCard(found, words.site, words.blogs, (date) => dayIn(words.days, date)),
  )

function show(found: Hit[], cards: HTMLElement[], topics: string[], sentence: string): void {
  hits = found
  list.replaceChildren(...cards)
  offer(topics)
  browse.hidden = found.length > 0
  more.hidden = cards.length >= found.length
  wider.hidden = sentence !== words.none || languages().length === boxes.length
  tell(sentence)
}

/** Leads to the topics with these ids, by the names that the form has for them. */
function offer(ids: string[]): void {
  const links = ids.flatMap((id) => {
    const option = form.querySelector<HTMLOptionElement>(`option[value="${id}"]`)
    return option ? [element('a', { href: `${words.topics}${id}/`, lang: option.lang || lang }, option.text)] : []
  })
  offers.replaceChildren(...(links.length > 0 ? [words.topic, ...links.flatMap((link) => [' ', link])] : []))
}

/** Shows a sentence, and has it read out when no other has followed. */
function tell(sentence: string): void {
  told.textContent = sentence
  clearTimeout(hearing)
  hearing = setTimeout(() => heard.replaceChildren(`${offers.textContent} ${sentence}`.trim()), HEARD)
}

addEventListener('input', ({ target }) => {
  clearTimeout(pause)
  if (!frugal || target !== field) pause = setTimeout(answer, PAUSE)
})
if (!frugal) field.addEventListener('focus', () => search.prepare(languages()), { once: true })
form.addEventListener('submit', (event) => {
  event.preventDefault()
  void answer()
})
wider.addEventListener('click', () => {
  for (const box of boxes) box.checked = true
  // The button is about to go: whoever pressed it by keyboard must not be left nowhere.
  field.focus()
  void answer()
})
more.addEventListener('click', async () => {
  more.hidden = true
  // Keeps the foot of the page out of sight, so that it does not jump when the cards come.
  list.className = 'busy'
  const before = hits
  const cards = await cardsOf(hits.slice(list.childElementCount, list.childElementCount + AT_A_TIME))
  list.className = ''
  if (before !== hits) return
  list.append(...cards)
  more.hidden = list.childElementCount >= hits.length
  cards[0]?.querySelector('a')?.focus()
})

const before = new URLSearchParams(location.search)
for (const [name, value] of before) {
  const control = form.elements.namedItem(name)
  if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = true
  else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) control.value = value
}
if (before.has('language')) for (const box of boxes) box.checked = before.getAll('language').includes(box.value)
if (before.size > 0) void answer()
