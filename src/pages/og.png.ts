import type { APIRoute } from 'astro'
import { accentHue, planetPicture } from '../picture/planet-picture.ts'
import { pngOf } from '../picture/png.ts'
import { planet } from '../site.ts'
import tokens from '../styles/tokens.css?raw'

/** The picture that stands for the planet where its address is shared. Those who wrote last are on it. */
export const GET: APIRoute = async () => {
  const { members, front } = await planet
  const writers = [...new Set([...front.map(({ source }) => source.hue), ...members.map(({ hue }) => hue)])]
  return new Response(new Uint8Array(pngOf(planetPicture(writers, accentHue(tokens)))), {
    headers: { 'Content-Type': 'image/png' },
  })
}
