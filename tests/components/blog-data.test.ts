import { expect, it } from 'vitest'
import { blogData } from '../../src/components/blog-data.ts'
import { samplePlanet } from '../feeds/planet.ts'

const dataOf = (id: string, about: string[] = []) => {
  const member = samplePlanet().members.find((one) => one.id === id)
  if (member === undefined) throw new Error(`no blog ${id}`)
  return blogData(member, `https://planet.example/blogs/${id}/`, about)
}

it('tells of a blog what its owner told', () => {
  expect(dataOf('mates-al-pati', ['Matemàtiques', 'Jocs'])).toMatchObject({
    '@type': 'Blog',
    name: 'Mates al pati',
    url: 'https://mates-al-pati.example/',
    inLanguage: 'ca',
    mainEntityOfPage: 'https://planet.example/blogs/mates-al-pati/',
    author: { '@type': 'Person', name: 'Núria P.' },
    license: 'https://creativecommons.org/licenses/by-sa/4.0/',
    keywords: 'Matemàtiques, Jocs',
  })
})

it('lets a school go by its own name', () => {
  expect(dataOf('resting')).toMatchObject({ author: { '@type': 'Organization', name: 'Resting' } })
})

it('names nobody of a class, and no licence where all rights are reserved', () => {
  expect(Object.keys(dataOf('aula-204'))).not.toContain('author')
  expect(Object.keys(dataOf('aula-204'))).not.toContain('license')
})
