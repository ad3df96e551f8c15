import type { Card, Planet } from '../planet/compose/planet.ts'
import { plain } from '../planet/html/text.ts'

/** What feeds and search may tell of a post. Plain texts of one line. */
export type Shown = {
  /** May be empty where the post has none, but then there is a text. */
  title: string
  /** The excerpt; empty where the blog wishes links only. */
  text: string
  html?: string
  /** At least one: whom the post names, else the name the blogger chose, else the blog. */
  authors: string[]
  /** Tags that are no topic. */
  tags: string[]
}

/**
 * A function from cards to what may be told of them: no more than the blog's `show` allows, whatever the archive still holds,
 * and of a class blog the title alone, because names and tags there may be pupils'.
 */
export function shownIn(planet: Planet): (card: Card) => Shown {
  const blogs = new Map(planet.members.map(({ id, blog }) => [id, blog]))
  return (card) => {
    const blog = blogs.get(card.blog)
    const byPupils = blog?.kind === 'class'
    const show = byPupils ? 'link' : (blog?.show ?? 'link')
    const written = card.authors.length > 0 ? card.authors : [blog?.author ?? '']
    const authors = byPupils ? [] : texts(written)
    const name = plain(card.source.title)
    const title = plain(card.title)
    const text = show === 'link' ? '' : plain(card.excerpt)
    return {
      title: title === '' && text === '' ? name : title,
      text,
      ...(show === 'full' && card.html !== undefined ? { html: card.html } : {}),
      authors: authors.length > 0 ? authors : [name],
      tags: byPupils ? [] : texts(card.freeTags.map((tag) => tag.text)),
    }
  }
}

const texts = (written: string[]): string[] => written.map(plain).filter((text) => text !== '')
