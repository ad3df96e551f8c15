import { describe, expect, it } from 'vitest'
import { licenceWords } from '../../src/components/licences.ts'
import { OPEN_LICENCES } from '../../src/planet/config/schema.ts'

describe('licenceWords', () => {
  it.each([
    ['CC0-1.0', 'licence.free', 'CC0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
    ['CC-BY-4.0', 'licence.adapt', 'CC BY', 'https://creativecommons.org/licenses/by/4.0/'],
    ['CC-BY-SA-3.0', 'licence.adapt', 'CC BY-SA', 'https://creativecommons.org/licenses/by-sa/3.0/'],
    ['CC-BY-NC-SA-2.5', 'licence.adapt-nc', 'CC BY-NC-SA', 'https://creativecommons.org/licenses/by-nc-sa/2.5/'],
    ['CC-BY-ND-4.0', 'licence.copy', 'CC BY-ND', 'https://creativecommons.org/licenses/by-nd/4.0/'],
    ['CC-BY-NC-ND-4.0', 'licence.copy-nc', 'CC BY-NC-ND', 'https://creativecommons.org/licenses/by-nc-nd/4.0/'],
    ['GFDL-1.3-or-later', 'licence.adapt', 'GFDL', 'https://www.gnu.org/licenses/fdl-1.3.html'],
    ['MIT', 'licence.adapt', 'MIT', 'https://opensource.org/license/mit'],
  ])('%s: %s', (spdx, key, name, url) => {
    expect(licenceWords(spdx)).toEqual({ key, name, url })
  })

  it.each(OPEN_LICENCES)('never promises more than %s allows', (spdx) => {
    const { key } = licenceWords(spdx)
    if (spdx.includes('ND')) expect(key).toMatch(/^licence\.copy/)
    if (spdx.includes('NC')) expect(key).toMatch(/-nc$/)
  })
})
