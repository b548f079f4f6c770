import { defineConfig } from 'vitest/config'

// The long proofs: many rounds of races and crashes. Minutes, not seconds.
export default defineConfig({
  test: {
    include: [
      'test/proof/**/*.test.ts',
      'test/races.test.ts',
      'test/crash.test.ts',
      'test/command-line.test.ts',
    ],
    globalSetup: 'test/setup.ts',
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 1_800_000,
    hookTimeout: 120_000,
    env: { RACE_ROUNDS: '20' },
  },
})
