import type { DiagnosticText } from "./define.ts";
import { reporterOf } from "./define.ts";

function warning<P>(text: Omit<DiagnosticText<P>, "severity">): DiagnosticText<P> {
  return { severity: "warning", ...text };
}

interface Named {
  readonly name: string;
}

/** What the rules of `lint` find: contracts that can be judged, but say less than their parties think. */
export const lintCatalogue = {
  "lint/one-sided": warning<{ party: string; other: string }>({
    message: ({ party, other }) => `${party} promises nothing here: only ${other} has commitments or goals`,
    help: () => "an SLA is symmetric: both sides owe something that can be measured",
  }),
  "lint/open-excuse": warning<{ commitment: string; field: string; write: string }>({
    message: ({ commitment, field }) =>
      `\`${commitment}\` is excused where \`${field}\` is missing, but nobody has to provide \`${field}\``,
    help: ({ write }) => `as it stands a missing value costs nobody anything: add \`${write}\``,
  }),
  "lint/unused-event": warning<Named>({
    message: ({ name }) => `nothing in this contract depends on the event \`${name}\``,
    help: () =>
      "is a stage, a promise or a score missing? An event that only brings a new owner, or that the data has anyway, may stay",
  }),
  "lint/unused-define": warning<Named>({
    message: ({ name }) => `\`${name}\` is defined, but nothing uses it`,
    help: () => "take it out, or name it in the condition that it was meant for",
  }),
  "lint/unused-calendar": warning<Named>({
    message: ({ name }) => `nothing counts time on the calendar \`${name}\``,
    help: ({ name }) => `take it out, or write \`calendar ${name}\` in the commitment that it is for`,
  }),
  "lint/unused-role": warning<Named>({
    message: ({ name }) => `the role \`${name}\` takes no part in anything`,
    help: () =>
      "take it out, or give it its part: in a ladder, a meeting, a dispute, a responsibility or a signature",
  }),
  "lint/unused-ladder": warning<Named>({
    message: ({ name }) => `no miss leads to the ladder \`${name}\``,
    help: ({ name }) => `write \`otherwise ${name}\` in the commitment or goal whose miss it answers`,
  }),
  "lint/late-warning": warning<{ left: string; deadline: string }>({
    message: ({ left, deadline }) => `this warning leaves ${left} of the ${deadline} that \`within\` allows`,
    help: () => "a warning is for acting on: leave at least five minutes, or do without it",
  }),
  "lint/review-missing": warning<{ term: string }>({
    message: ({ term }) => `this agreement ${term}, and nobody is to look at it again`,
    help: () => "say how often both sides go over it: `review every 6 months`",
  }),
  "lint/undated-agreement": warning<Record<string, never>>({
    message: () => "the agreement does not say from when until when it holds",
    help: () =>
      "without a term everything that was ever recorded is judged: add `effective 2026-01-01 to 2026-12-31`",
  }),
  "lint/no-tests": warning<Record<string, never>>({
    message: () => "this contract has no tests: nothing shows that it says what both sides mean",
    help: () =>
      'write down a case that both agree on: `test "called in time" { lead { … };  2026-03-06 18:30 handoff;  expect first_contact due 2026-03-09 10:00 }`',
  }),
  "lint/around-the-clock": warning<{ duration: string; calendar: string }>({
    message: ({ duration }) => `${duration} run through nights, weekends and holidays`,
    help: ({ calendar }) =>
      `where working time is meant, count business hours or days on \`${calendar}\`; else there is nothing to change`,
  }),
  "lint/commitment-without-ladder": warning<Named>({
    message: ({ name }) => `nothing follows where \`${name}\` is missed`,
    help: () =>
      "say who hears of a miss: `otherwise chase`, with a `ladder chase { at breach notify owner }`",
  }),
  "lint/goal-without-because": warning<Named>({
    message: ({ name }) => `\`${name}\` does not say what it is promised for`,
    help: () => 'add the reason that both sides remember next year: `because "…"`',
  }),
};

export const reportLint = reporterOf(lintCatalogue);
