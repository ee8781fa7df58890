import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**'],
    setupFiles: ['test/support/property-seed.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // In the logs of a build reports are coloured; those of the tests are compared.
    env: { GITHUB_ACTIONS: '', GITLAB_CI: '' },
    pool: 'threads',
    // One of two processors is left idle otherwise, and the tests that start programs wait for them most of the time.
    maxWorkers: '100%',
  },
});
