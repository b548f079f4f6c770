import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // What starts whole servers and browsers takes its time: `npm run proof` and `npm run journeys`.
    exclude: ['test/proof/**', 'test/journeys/**', 'test/crash.test.ts', 'test/command-line.test.ts', 'node_modules/**'],
    globalSetup: 'test/setup.ts',
    pool: 'forks',
    maxWorkers: 2,
    // A shared machine may stand still for a moment; a fault is still there the second time.
    retry: process.env['CI'] ? 1 : 0,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
