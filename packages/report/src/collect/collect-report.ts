import {
  type AsOf,
  type ClockVerdict,
  createAttainment,
  createTally,
  type Engine,
  forecastGoal,
  type GoalAttainment,
  type InvalidLead,
  type LeadFacts,
  type Tally,
  type Verdict,
} from "@entente/engine";
import type { Goal, Policy } from "@entente/ir";
import { zoneOf } from "../agenda/meeting-calendar.ts";
import { termOf } from "../agenda/term.ts";
import { weekAgenda } from "../agenda/week-agenda.ts";
import type { AgreementFacts, Report, ReportedGoal } from "../report.ts";
import { isAttested, meetingRecords } from "./attested.ts";
import { ClauseBook, withPeriods } from "./clause-book.ts";
import { contractWords } from "./contract-words.ts";
import { reportedFunnels } from "./funnels.ts";
import { LadderBook } from "./ladder-book.ts";
import { StageBook } from "./stage-book.ts";
import { ViolationBook } from "./violation-book.ts";

/** A lead as it was read: its facts, or what is wrong with its record. */
export type ReportLead = { readonly ok: true; readonly facts: LeadFacts } | InvalidLead;

/** Takes in leads one by one. What is kept does not grow with them, but for what the goals of a contract need. */
export interface ReportCollector {
  /** Judges a lead and counts it; the verdict is handed back for whoever wants to tell of it. */
  add(lead: ReportLead): Verdict;
  finish(): Report;
}

/**
 * Collects a report on an agreement.
 *
 * @param at the as-of instant, epoch milliseconds: only what was recorded by then counts
 * @throws RangeError where `at` is not a whole number of milliseconds
 */
export function collectReport(engine: Engine, { at }: AsOf): ReportCollector {
  const { policy } = engine;
  const attainment = createAttainment(engine, { at });
  const books = openBooks(engine);
  const leads = { judged: 0, invalid: 0 };
  return {
    add(lead) {
      const verdict = engine.evaluate(lead, { at });
      attainment.add(lead);
      if (lead.ok && verdict.judged) {
        leads.judged += 1;
        books.limits.add(lead.facts, at);
        enter(books, verdict);
      } else {
        leads.invalid += 1;
      }
      return verdict;
    },
    finish() {
      const attained = attainment.finish();
      const agreement = engine.agreement({ at });
      const attested = isAttested(agreement);
      if (attested) for (const clock of agreement.clocks) enterClock(books, null, clock);
      const limits = [...books.limits.finish(at), ...(attested ? agreement.limits : [])];
      return {
        agreement: agreementFacts(policy),
        at,
        leads: { ...leads },
        goals: attained.goals.map((goal) => reportedGoal(policy, goal)),
        rewards: attained.rewards,
        cancellations: attained.cancellations,
        reviews: attained.reviews,
        stages: books.stages.finish(),
        funnels: reportedFunnels(policy, attained.funnels, zoneOf(policy).localDate(at)),
        clauses: withPeriods(books.clauses.finish(), limits),
        limits,
        violations: books.violations.finish(),
        steps: books.ladders.finish(attained.goals),
        meetings: attested ? meetingRecords(agreement.meetings) : [],
        week: weekAgenda(policy, at),
        issues: attained.issues,
      };
    },
  };
}

interface Books {
  readonly clauses: ClauseBook;
  readonly violations: ViolationBook;
  readonly ladders: LadderBook;
  readonly stages: StageBook;
  readonly limits: Tally;
}

function openBooks({ policy, plan }: Engine): Books {
  return {
    clauses: new ClauseBook(policy),
    violations: new ViolationBook(),
    ladders: new LadderBook(policy),
    stages: new StageBook(policy, termOf(policy)),
    limits: createTally(plan),
  };
}

function enter(books: Books, verdict: Verdict): void {
  books.stages.add(verdict);
  books.ladders.add(verdict);
  for (const clock of verdict.clocks) enterClock(books, verdict.lead, clock);
}

function enterClock({ clauses, violations }: Books, lead: string | null, clock: ClockVerdict): void {
  clauses.add(clock);
  violations.add(lead, clock);
}

function agreementFacts(policy: Policy): AgreementFacts {
  const { title, because, between, effective, timeZone, currency } = policy.agreement;
  const labels = new Map(policy.parties.map(({ name, label }) => [name, label]));
  const names = new Set([
    ...between,
    ...policy.goals.flatMap(({ parties }) => parties),
    ...policy.commitments.flatMap(({ clauses }) => clauses.map(({ party }) => party)),
  ]);
  return {
    title,
    because,
    parties: [...names].map((name) => ({ name, label: labels.get(name) ?? name })),
    effective,
    zone: { name: timeZone, table: policy.zones[timeZone] ?? { initial: 0, changes: [] } },
    currency,
  };
}

function reportedGoal(policy: Policy, attained: GoalAttainment): ReportedGoal {
  const goal = policy.goals.find(({ name }) => name === attained.goal);
  return {
    ...attained,
    measureWords:
      goal === undefined ? "" : contractWords(policy, goal.measure.span).replace(/^measure\s+/u, ""),
    targets: goal === undefined ? [] : goal.targets.map((target) => targetOf(policy, target)),
    because: goal?.because ?? null,
    forecasts: attained.windows.map((window) => {
      const forecast = forecastGoal(policy, attained, window);
      return forecast.kind === "forecast" ? forecast : null;
    }),
  };
}

function targetOf(
  policy: Policy,
  { span, bound, window }: Goal["targets"][number],
): ReportedGoal["targets"][number] {
  const words = contractWords(policy, span);
  const bounded = /^at (least|most)\b/u.test(words);
  return {
    words: bounded ? words : `${bound === "atLeast" ? "at least" : "at most"} ${words}`,
    recurs: window.kind === "every" || window.kind === "last",
  };
}
