import { say } from "../../phrase/say.ts";
import { formatDate } from "../../values/format-date.ts";
import { plural } from "../../values/plural.ts";
import type { PromiseWords } from "../../words/promise-words.ts";
import type { Quantity } from "../../words/value-words.ts";

const bounds = { atLeast: "at least", atMost: "at most" } as const;
const measured = {
  count: "number of leads",
  worth: "worth of the leads",
  points: "points of the leads",
} as const;
const statistics = {
  median: "median",
  mean: "mean",
  p75: "75th percentile",
  p90: "90th percentile",
  p95: "95th percentile",
  p99: "99th percentile",
} as const;
const sides = {
  either: "above or below the target counts as on target",
  above: "above the target counts as on target",
  below: "below the target counts as on target",
} as const;

const leads = ({ exact }: Quantity): string => plural("en", exact, { one: "lead", other: "leads" });

export const promises: PromiseWords = {
  goal: (parties, measure, several) =>
    say`${parties} must reach ${several ? "these targets" : "this target"} for ${measure}:`,
  reach: (what, stage) => say`the ${measured[what]} that reach stage ${stage}`,
  rate: (from, to, basis, maturing) =>
    basis === "cohort"
      ? say`the share of leads that get from ${from} to ${to}${maturing === null ? "" : say`, each given ${maturing} for it`}`
      : say`the number of leads at ${to} as a share of those at ${from}, by what happened in the period itself${maturing === null ? "" : say`, each given ${maturing} for it`}`,
  time: (statistic, from, to) => say`the ${statistics[statistic]} of the time from ${from} to ${to}`,
  sum: (event, attribute) => say`the sum of ${attribute} over all ${event}`,
  share: (commitment) => say`the share of cases in which ${commitment} is met`,
  stage: (name) => say`stage ${name}`,
  event: (name) => say`${name}`,
  narrowed: (measure, condition) => say`${measure}, counting only those for which ${condition}`,
  per: (measure, field) => say`${measure}, for each ${field} by itself`,
  baseline: (value) => say`It stood at ${value} when this was agreed.`,
  target: (bound, value, window, from) =>
    say`${bounds[bound]} ${value} ${window}${from === null ? "" : `, from ${formatDate("en", from)} on`}`,
  inYear: (year) => `in ${year}`,
  byDate: (date) => `by ${date}`,
  overLast: (duration) => say`over the last ${duration}`,
  tolerance: (percent, side) => `Up to ${percent} ${sides[side]}.`,

  funnelFor: (condition) => say`Holds for leads for which ${condition}.`,
  alternativeTo: (funnel) => say`An alternative to ${funnel}: the two are not added up.`,
  quotaOfMoney: (amount, every) => say`Quota: ${amount} ${every}.`,
  quotaOfLeads: (count, stage, every) =>
    say`Quota: ${count.said} ${leads(count)} at stage ${stage} ${every}.`,
  deal: (amount) => say`One deal brings ${amount}.`,
  cycle: (duration) => say`Leads are needed ${duration} before their deals.`,
  capacity: (count, stage, every, reps) =>
    say`Capacity: each rep can work ${count.said} ${leads(count)} at stage ${stage} ${every}; there ${plural("en", reps.exact, { one: "is", other: "are" })} ${reps.said} ${plural("en", reps.exact, { one: "rep", other: "reps" })}.`,
  rounding: (rounding) =>
    rounding === "everyStage"
      ? "Leads are rounded up to whole leads at every stage."
      : "Only the result is rounded; between the stages the exact value is carried.",

  reward: ({ goals, several, period, give, to }) =>
    say`When ${goals ?? "all goals"} ${several ? "are" : "is"} met in a ${period}, ${give} will be given to ${to}.`,

  atBreach: "At once:",
  afterMiss: (duration) => say`${duration} after the miss:`,
  actions: {
    notify: ({ to }) => say`To be notified: ${to}.`,
    escalate: ({ to }) => say`The matter is escalated to: ${to}.`,
    reassign: ({ to }) => say`The lead is reassigned to: ${to}.`,
    return: ({ to }) => say`The lead is returned to: ${to}.`,
    assign: ({ to, text }) => say`“${text}” is assigned to ${to}.`,
    meet: ({ to }) => say`A meeting is held with: ${to}.`,
    report: ({ to, every }) => say`A report goes${every === "" ? "" : ` ${every}`} to: ${to}.`,
    do: ({ text }) => say`${text}`,
  },
  theOwner: "the owner of the lead",
};
