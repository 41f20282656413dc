/*
 * What `vitest run` collects: the tests beside the code and those that cross stages. Processes rather
 * than threads, so that a test may kill a worker or change its own limits; no test is gated on time,
 * the long limit only keeps a hang from lasting for ever.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'samples/**/*.test.ts',
      'scripts/**/*.test.ts',
      'bench/**/*.test.ts',
      'test/**/*.test.ts',
    ],
    pool: 'forks',
    // half of the time a test waits: for a process it has started, or for the disk
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    passWithNoTests: false,
    allowOnly: false,
  },
});
