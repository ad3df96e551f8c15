/** A blog of the test web: posts are counted from 1, oldest first; `published` in milliseconds. */
export type InventedPost = { number: number; title: string; tags: string[]; published: number; text: string }
export type InventedBlog = { index: number; language: string; posts: InventedPost[] }

const WORDS: Record<string, { about: string[]; tags: string[]; words: string[] }> = {
  es: {
    about: [
      'Fracciones con chocolate',
      'Lectura en voz alta',
      'El huerto de tercero',
      'Un debate en clase',
      'Volcanes de vinagre',
    ],
    tags: ['matemáticas', 'lectura', 'primaria', 'evaluación', 'ciencias'],
    words: 'hoy en clase hemos probado una idea que salió de una pregunta del grupo y cada equipo contó lo que había visto'.split(
      ' ',
    ),
  },
  en: {
    about: [
      'Fractions with string',
      'Reading aloud on Fridays',
      'A garden for year three',
      'The debate club',
      'Bridges of paper',
    ],
    tags: ['maths', 'reading', 'primary school', 'assessment', 'science'],
    words: 'this week we tried a small idea that came from a question and every table told the others what they saw'.split(' '),
  },
  ca: {
    about: ['Fraccions amb xocolata', 'Llegir en veu alta', "L'hort de tercer", 'Un debat a classe', 'Ponts de paper'],
    tags: ['matemàtiques', 'lectura', 'primària', 'avaluació', 'ciències'],
    words: 'avui a classe hem provat una idea que va sortir de una pregunta i cada grup ha explicat el que havia vist'.split(' '),
  },
  ru: {
    about: ['Дроби и шоколад', 'Читаем вслух', 'Огород третьего класса', 'Спор на уроке', 'Мосты из бумаги'],
    tags: ['математика', 'чтение', 'начальная школа', 'оценивание', 'физика'],
    words: 'сегодня на уроке мы пробовали новую идею и каждая группа рассказала что она увидела и чему удивилась'.split(' '),
  },
}

const LANGUAGES = ['es', 'en', 'ca', 'ru']
const DAY = 86_400_000

/** Invents a blog whose newest post is a few hours older than `now`; always the same for the same arguments. */
export function inventBlog(index: number, posts: number, now: number): InventedBlog {
  const language = LANGUAGES[index % LANGUAGES.length] ?? 'es'
  const newest = now - 3 * 3_600_000 - index * 60_000
  const list = Array.from({ length: posts }, (_, at) => inventPost(language, index, at + 1, newest - (posts - 1 - at) * 3 * DAY))
  return { index, language, posts: list }
}

export function inventPost(language: string, blog: number, number: number, published: number): InventedPost {
  const { about, tags, words } = WORDS[language] ?? { about: [''], tags: [], words: [] }
  const seed = blog * 31 + number * 7
  const text = Array.from({ length: 50 }, (_, at) => words[(seed + at * 3) % words.length]).join(' ')
  return {
    number,
    title: `${about[seed % about.length]} (${blog + 1}.${number})`,
    tags: [tags[seed % tags.length] ?? '', tags[(seed + 2) % tags.length] ?? ''].filter(Boolean),
    published,
    text: `${text}.`,
  }
}

/** The blog as RSS 2.0, newest post first. `base` is its address with a slash at the end. */
export function rss({ index, language, posts }: InventedBlog, base: string): string {
  const items = posts.toReversed().map(
    ({ number, title, tags, published, text }) => `<item>
<title>${title}</title>
<link>${base}posts/${number}</link>
<guid isPermaLink="true">${base}posts/${number}</guid>
<pubDate>${new Date(published).toUTCString()}</pubDate>
${tags.map((tag) => `<category>${tag}</category>`).join('')}
<description><![CDATA[<p>${text}</p>]]></description>
</item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel>
<title>Blog ${index + 1}</title>
<link>${base}</link>
<description>A blog invented for tests.</description>
<language>${language}</language>
${items.join('\n')}
</channel></rss>
`
}
