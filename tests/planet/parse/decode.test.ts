import { describe, expect, it } from 'vitest'
import { decode } from '../../../src/planet/parse/decode.ts'
import { encodeAs } from './encode.ts'

const WORDS: Record<string, string> = {
  latin: 'Más allá: el niño y la cigüeña, ¿qué será?',
  polish: 'Zażółć gęślą jaźń i wróć do szkoły',
  russian: 'Урок русского языка: читаем стихи и пишем сочинение о весне',
  greek: 'Το σχολείο και οι μαθητές του χωριού',
  hebrew: 'שיעור ראשון בבית הספר עם התלמידים שלנו',
  arabic: 'الدرس الأول في المدرسة مع التلاميذ والمعلم',
  turkish: 'Öğrenciler için güzel bir gün, şarkı söyledik',
  japanese: 'これは学校のブログです。みなさん、こんにちは。',
  chinese: '我们学校的学生在学习中文，这是一个好的开始。',
  korean: '우리 학교의 학생들이 이 글을 읽고 있다',
}

const LEGACY: [string, string][] = [
  ['iso-8859-1', 'latin'],
  ['windows-1252', 'latin'],
  ['iso-8859-15', 'latin'],
  ['macintosh', 'latin'],
  ['iso-8859-2', 'polish'],
  ['windows-1250', 'polish'],
  ['windows-1251', 'russian'],
  ['koi8-r', 'russian'],
  ['iso-8859-5', 'russian'],
  ['ibm866', 'russian'],
  ['windows-1253', 'greek'],
  ['iso-8859-7', 'greek'],
  ['windows-1255', 'hebrew'],
  ['windows-1256', 'arabic'],
  ['windows-1254', 'turkish'],
  ['shift_jis', 'japanese'],
  ['euc-jp', 'japanese'],
  ['gb18030', 'chinese'],
  ['gbk', 'chinese'],
  ['euc-kr', 'korean'],
]

const feed = (label: string, words: string): string =>
  `<?xml version="1.0"${label && ` encoding="${label}"`}?>\n<rss><channel><title>${words}</title></channel></rss>`

describe('decoding by what is declared', () => {
  for (const [encoding, script] of LEGACY) {
    const words = WORDS[script] ?? ''
    it(`reads ${encoding} that the XML declares`, () => {
      expect(decode(encodeAs(feed(encoding, words), encoding))).toContain(words)
    })
    it(`reads ${encoding} that HTTP declares`, () => {
      expect(decode(encodeAs(feed('', words), encoding), `text/xml; charset=${encoding}`)).toContain(words)
    })
    it(`reads ${encoding} that the XML declares under a server's default of ISO-8859-1`, () => {
      expect(decode(encodeAs(feed(encoding, words), encoding), 'text/xml; charset=ISO-8859-1')).toContain(words)
    })
    it(`reads ${encoding} that the XML declares under a header that says UTF-8`, () => {
      expect(decode(encodeAs(feed(encoding, words), encoding), 'text/xml; charset="utf-8"')).toContain(words)
    })
  }
})

describe('decoding UTF-8, whatever is said of it', () => {
  for (const label of ['ISO-8859-1', 'windows-1251', 'utf-16', 'ascii', 'nonsense', '']) {
    it(`reads UTF-8 that calls itself ${label || 'nothing'}`, () => {
      expect(decode(encodeAs(feed(label, `${WORDS.russian} ${WORDS.latin}`), 'utf-8'))).toContain(WORDS.russian)
    })
  }
  it('drops a byte order mark', () => {
    expect(decode(encodeAs(`\ufeff${feed('', 'á')}`, 'utf-8'))).toMatch(/^<\?xml/)
  })
  it('keeps the letters around a byte that is not UTF-8', () => {
    const bytes = encodeAs(feed('utf-8', `${WORDS.latin} # ${WORDS.latin}`), 'utf-8')
    bytes[bytes.indexOf(0x23)] = 0xe9
    expect(decode(bytes)).toContain(`${WORDS.latin} \ufffd ${WORDS.latin}`)
  })
  it('takes what says UTF-8 and hardly is for windows-1252', () => {
    expect(decode(encodeAs(feed('utf-8', 'caf\u00e9 na\u00efve'), 'windows-1252'))).toContain('café naïve')
  })
})

describe('decoding wide encodings', () => {
  for (const encoding of ['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be']) {
    it(`reads ${encoding} with a mark`, () => {
      expect(decode(encodeAs(`\ufeff${feed('utf-16', `${WORDS.russian}`)}`, encoding))).toContain(WORDS.russian)
    })
    it(`reads ${encoding} without one`, () => {
      expect(decode(encodeAs(feed('', `${WORDS.russian}`), encoding))).toContain(WORDS.russian)
    })
  }
})

describe('guessing what nobody declares', () => {
  for (const encoding of [
    'windows-1252',
    'windows-1251',
    'koi8-r',
    'windows-1253',
    'windows-1255',
    'windows-1256',
    'shift_jis',
    'euc-jp',
    'gb18030',
    'euc-kr',
  ]) {
    const script = LEGACY.find(([name]) => name === encoding)?.[1] ?? ''
    it(`guesses ${encoding} by its letters`, () => {
      expect(decode(encodeAs(feed('', WORDS[script] ?? ''), encoding))).toContain(WORDS[script])
    })
  }
  it('is not led astray by a few apostrophes of windows-1252', () => {
    expect(
      decode(
        encodeAs(
          feed('', 'It\u2019s the teacher\u2019s \u201croom\u201d \u2013 ol\u00e9, canci\u00f3n, lec\u00e7\u00e3o'),
          'windows-1252',
        ),
      ),
    ).toContain('It’s the teacher’s “room” – olé, canción, lecção')
  })
  it('gives nothing for nothing', () => {
    expect(decode(new Uint8Array())).toBe('')
  })
})
