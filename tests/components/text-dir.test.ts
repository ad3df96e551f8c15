import { expect, it } from 'vitest'
import { textDir } from '../../src/components/text-dir.ts'

it('a text from right to left stays so, whatever word it begins with; any other decides by itself', () => {
  expect([textDir('rtl'), textDir('ltr')]).toEqual(['rtl', 'auto'])
})
