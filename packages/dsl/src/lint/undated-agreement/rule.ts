import { reportLint } from "../../diagnostics/lint.ts";
import type { LintRule } from "../rule.ts";

/** An agreement without a term judges everything that was ever recorded. */
export const undatedAgreement: LintRule = {
  name: "undated-agreement",
  isOn: true,
  check: ({ policy, resolution }) => {
    const title = resolution.symbols.agreement?.title;
    if (title === undefined || policy.agreement.effective !== null) return [];
    return [reportLint("lint/undated-agreement", title.span, {})];
  },
};
