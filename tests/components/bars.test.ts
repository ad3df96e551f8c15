import { expect, it } from 'vitest'
import { barsOf } from '../../src/components/bars.ts'

it('draws a stroke for each value from the left, the highest to the top', () => {
  expect(barsOf([2, 0, 4])).toEqual({ viewBox: '0 0 12 24', path: 'M2 24v-12M10 24v-24' })
})

it('draws by a scale and a height of its own', () => {
  expect(barsOf([5], { most: 10, height: 12 })).toEqual({ viewBox: '0 0 4 12', path: 'M2 12v-6' })
})

it('shows what is little beside much', () => {
  expect(barsOf([1, 500]).path).toContain('M2 24v-1M')
})

it('draws nothing of nothing', () => {
  expect(barsOf([0, 0]).path).toBe('')
})
