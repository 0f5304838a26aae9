import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.test.ts", "test/**/*.test.ts", "examples/**/*.test.ts"],
    // A golden file is changed by hand or with `--update`; a run in CI never writes one.
    testTimeout: 60_000,
  },
});
