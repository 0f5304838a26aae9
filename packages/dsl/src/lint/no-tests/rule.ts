import { reportLint } from "../../diagnostics/lint.ts";
import type { LintRule } from "../rule.ts";

/** Promises without one example that both sides agree on. */
export const noTests: LintRule = {
  name: "no-tests",
  isOn: true,
  check: ({ policy, resolution }) => {
    const title = resolution.symbols.agreement?.title;
    const hasPromises = policy.commitments.length > 0 || policy.funnels.length > 0;
    if (title === undefined || policy.tests.length > 0 || !hasPromises) return [];
    return [reportLint("lint/no-tests", title.span, {})];
  },
};
