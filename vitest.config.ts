import { defineConfig } from 'vitest/config'

/** What starts whole servers and browsers: one at a time, after everything else. */
const whole = ['test/journeys/**/*.test.ts', 'test/crash.test.ts', 'test/command-line.test.ts']

export default defineConfig({
  test: {
    pool: 'forks',
    // A shared machine may stand still for a moment; a fault is still there the second time.
    retry: process.env['CI'] ? 1 : 0,
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          // The long proofs are `npm run proof`.
          exclude: [...whole, 'test/proof/**', 'node_modules/**'],
          globalSetup: 'test/setup.ts',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: whole,
          globalSetup: ['test/setup.ts', 'test/journeys/setup.ts'],
          maxWorkers: 1,
          testTimeout: 300_000,
          hookTimeout: 240_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
