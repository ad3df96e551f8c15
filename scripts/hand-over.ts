import type { Place } from '../src/planet/place.ts'

/**
 * Tells the Astro site, which runs in this process but shares no variables with it, where the planet is and what time it is. From now
 * on the process works in the project's folder.
 */
export function handToAstro(place: Place, now: string): void {
  // What runs while Astro builds lies in the working folder, and finds its packages from there.
  process.chdir(place.root)
  process.env.STAFFROOM_ROOT = place.root
  process.env.STAFFROOM_PLANET = place.folder
  process.env.STAFFROOM_NOW = now
  process.env.ASTRO_TELEMETRY_DISABLED = '1'
}
