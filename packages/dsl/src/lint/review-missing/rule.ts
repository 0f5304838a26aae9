import { type Agreement, dayNumber } from "@entente/ir";
import { reportLint } from "../../diagnostics/lint.ts";
import type { LintRule } from "../rule.ts";

/** Both dates belong to the term, so a leap year has as many days. */
const LONGEST_UNREVIEWED = 366;

/** What a year's end does for a short agreement, a review does for a long one. */
export const reviewMissing: LintRule = {
  name: "review-missing",
  isOn: true,
  check: ({ policy, resolution }) => {
    const title = resolution.symbols.agreement?.title;
    const term = longTerm(policy.agreement);
    if (title === undefined || term === null || policy.reviews.length > 0) return [];
    return [reportLint("lint/review-missing", title.span, { term })];
  },
};

/** How long a term of more than a year is, in words; null for a shorter one and where none is named. */
function longTerm({ effective }: Agreement): string | null {
  if (effective === null) return null;
  const { from, to } = effective;
  if (to === null) return "has no end";
  return dayNumber(to) - dayNumber(from) + 1 > LONGEST_UNREVIEWED ? `runs from ${from} to ${to}` : null;
}
