import { defineConfig } from 'vitest/config'

const project = (name: string, include: string[], testTimeout: number, maxWorkers?: number, globalSetup: string[] = []) => ({
  test: {
    name,
    include,
    testTimeout,
    hookTimeout: 300_000,
    globalSetup,
    ...(maxWorkers ? { maxWorkers } : {}),
    // The reader of workflows imports JSON without saying so, which Node refuses and Vite does not.
    server: { deps: { inline: [/@actions/] } },
  },
})

/**
 * unit: the engine, feeds and search, with real files and loopback servers.
 * site: whole builds and a real browser. peers: what other programs read in our feeds. drills: what takes long.
 */
export default defineConfig({
  test: {
    projects: [
      project('unit', ['tests/{components,feeds,i18n,planet,reader,scripts,search,styles}/**/*.test.ts'], 30_000),
      project('site', ['tests/{e2e,publish}/**/*.test.ts'], 240_000, 2, ['tests/e2e/global-setup.ts']),
      project('peers', ['tests/peers/**/*.test.ts'], 120_000),
      project('drills', ['tests/drills/**/*.test.ts'], 1_200_000, 1),
    ],
  },
})
