import type { APIRoute, GetStaticPaths } from 'astro'
import { topicDrawers } from '../../../search/topic-keys.ts'
import { planet } from '../../../site.ts'

export const getStaticPaths = (async () => {
  const { topics } = await planet
  const drawers = topicDrawers(topics.map(({ topic }) => topic))
  return drawers.map((drawer, number) => ({ params: { drawer: String(number) }, props: { drawer } }))
}) satisfies GetStaticPaths

/** The words for the topics of the planet that lie in one drawer, for the search page. */
export const GET: APIRoute = ({ props }) => Response.json(props.drawer)
