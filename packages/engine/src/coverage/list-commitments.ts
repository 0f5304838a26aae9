import type { Clause, Commitment, Ladder } from "@entente/ir";
import { clauseName } from "./clause-name.ts";
import { listCondition, listEvents, listValue, valuesText } from "./list-conditions.ts";
import { type Listing, listPart } from "./listing.ts";
import { possibleStatuses } from "./possible-statuses.ts";

/** Whether a clause is judged over many leads, so that no test of one lead says anything about it. */
export function isOverManyLeads({ duty }: Clause): boolean {
  return duty.kind === "limit" || duty.kind === "share";
}

/** Lists a commitment, but for what is judged over many leads. */
export function listCommitment(listing: Listing, commitment: Commitment): void {
  const { name } = commitment;
  const clauses = commitment.clauses.filter((clause) => !isOverManyLeads(clause));
  if (clauses.length === 0) return;
  listCondition(listing, commitment.appliesTo, name);
  for (const clause of clauses) listClause(listing, commitment, clause);
  for (const pause of commitment.pauses) {
    listPart(listing, pause, "clause", name, "held", "never held a clock");
    listEvents(listing, [...pause.from, ...pause.to], name, null);
    if (pause.cap === null) continue;
    listPart(listing, pause, "boundary", name, "at cap", "was never tried at its cap");
    listPart(listing, pause, "boundary", name, "above cap", "was never tried above its cap");
  }
  listEvents(listing, commitment.until, name, "never ended a clock");
  for (const excuse of commitment.excuses) listCondition(listing, excuse, name);
  for (const waiver of commitment.waivers) {
    listPart(listing, waiver, "clause", name, "waived", "never excused a clock");
    listCondition(listing, waiver.for, name);
  }
}

function listClause(listing: Listing, commitment: Commitment, clause: Clause): void {
  const { duty } = clause;
  const of = clauseName(commitment, clause);
  listPart(listing, clause, "clause", of, "started", "never ran in a test that asks for it");
  if ("trigger" in duty && duty.trigger.kind === "event")
    listEvents(listing, duty.trigger.events, of, "never started a clock");
  if (duty.kind === "respond" || duty.kind === "recur")
    listEvents(listing, duty.events, of, "never was what counted");
  if (duty.kind === "follow") for (const step of duty.steps) listEvents(listing, step.events, of, null);
  if (duty.kind === "recur") {
    listCondition(listing, duty.while, of);
    listValue(listing, duty.every, of);
  }
  listDeadline(listing, clause, of);
  for (const status of possibleStatuses(listing.plan.policy, commitment, clause)) {
    listPart(listing, clause, "status", of, status, `was never ${status}`);
  }
}

function listDeadline(listing: Listing, clause: Clause, of: string): void {
  const { duty } = clause;
  if (duty.kind === "provide") return;
  listPart(listing, clause, "boundary", of, "at due", "was never done exactly when it was due");
  listPart(listing, clause, "boundary", of, "after due", "was never tried within a minute after it was due");
  if ("deadline" in duty && duty.deadline.kind === "within") listValue(listing, duty.deadline.duration, of);
  if (duty.kind !== "respond") return;
  listValue(listing, duty.times, of);
  if (duty.times.kind === "literal" && "value" in duty.times.value && duty.times.value.value === "1") return;
  listPart(listing, clause, "boundary", of, "times", "was never done as often as it asks");
  listPart(listing, clause, "boundary", of, "one less", "was never tried with one time less than it asks");
}

/** Lists the steps of the ladders that follow on a missed promise to a single lead. */
export function listLadder(listing: Listing, ladder: Ladder): void {
  const used = listing.plan.policy.commitments.some(
    (one) => one.ladder === ladder.name && one.clauses.some((clause) => !isOverManyLeads(clause)),
  );
  if (!used) return;
  for (const step of ladder.steps)
    listPart(listing, step, "clause", `ladder ${ladder.name}`, "due", "never fell due");
}

/** Lists the cases of calendars that the lead chooses. */
export function listCalendars(listing: Listing): void {
  for (const calendar of listing.plan.policy.calendars) {
    if (calendar.kind !== "chosen") continue;
    const { name, span } = calendar;
    const list = (part: object, side: string, text: string): void =>
      listing.ledger.list(part, {
        kind: "case",
        of: `calendar ${name}`,
        text,
        side,
        gap: "was never the case that holds",
        span,
      });
    for (const one of calendar.cases) list(one, "case", `${valuesText(one.values)} -> ${one.calendar}`);
    if (calendar.otherwise !== null) list(calendar, "otherwise", `otherwise -> ${calendar.otherwise}`);
    listValue(listing, calendar.by, `calendar ${name}`);
  }
}
