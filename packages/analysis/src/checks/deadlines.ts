import type { LeadFacts } from "@entente/engine";
import { assertNever, type Clause, type Commitment, type DutyOf, type Expression } from "@entente/ir";
import { decide } from "../decide/decide.ts";
import type { Goal, Wanted } from "../decide/goal.ts";
import type { Analysis, Witness } from "../finding.ts";
import { keyOf } from "../logic/key-of.ts";
import { TRUE } from "../logic/truth-set.ts";
import type { Model } from "../model.ts";
import { compareTargets } from "./compare-targets.ts";
import { found, nothingFound, openQuestion, together } from "./result.ts";

/** A clause that asks for events by a deadline, with the commitment it stands in. */
interface Promise {
  readonly commitment: Commitment;
  readonly clause: Clause;
  readonly duty: DutyOf<"respond">;
}

/**
 * Two clauses that ask one party for the same events after the same trigger, for leads that they share, with
 * different targets, of which one makes the other pointless. More times by a later deadline are a cadence in steps
 * and fine.
 */
export function checkDeadlines(model: Model): Analysis {
  const promises = model.policy.commitments.flatMap((commitment) =>
    commitment.clauses.flatMap((clause): Promise[] =>
      clause.duty.kind === "respond" ? [{ commitment, clause, duty: clause.duty }] : [],
    ),
  );
  return together(promises.map((later, index) => checkPromise(model, later, promises.slice(0, index))));
}

/** A clause against those before it: one finding for all that it contradicts, with a lead for the first. */
function checkPromise(model: Model, later: Promise, before: readonly Promise[]): Analysis {
  const pairs = before.map((earlier) => ({ earlier, ...comparePair(model, earlier, later) }));
  const open = together(pairs.map(({ open: question }) => question));
  const against = pairs.flatMap(({ earlier, witness }) => (witness === null ? [] : [{ earlier, witness }]));
  const [first] = against;
  if (first === undefined) return open;
  const names = [...against.map(({ earlier }) => earlier), later].map(nameOf);
  const finding = found({
    id: "analysis/contradictory-deadlines",
    severity: "warning",
    span: later.clause.span,
    message: `${names.slice(0, -1).join(", ")} and ${names.at(-1)} ask ${later.clause.party} for the same, with different targets`,
    label: "this target",
    related: against.map(({ earlier }) => ({
      span: earlier.clause.span,
      label: "and this one hold for the same lead",
    })),
    help: "keep the stricter one, or say with `for leads where` which leads each is for",
    witness: first.witness,
  });
  return together([finding, open]);
}

function comparePair(
  model: Model,
  earlier: Promise,
  later: Promise,
): { readonly open: Analysis; readonly witness: Witness | null } {
  if (askedFor(earlier) !== askedFor(later)) return { open: nothingFound, witness: null };
  const relation = compareTargets(earlier, later);
  if (relation === "same" || relation === "steps") return { open: nothingFound, witness: null };
  const question = `that ${nameOf(earlier)} and ${nameOf(later)} do not ask for the same in two ways`;
  const shared = sharedLead(earlier, later);
  if (relation === "unclear") {
    const reason = "the two targets depend on the lead, or count time in two ways";
    const apart = decide(model, shared).kind === "none";
    const open = openQuestion({ kind: "open", reason }, question, later.clause.span);
    return { open: apart ? nothingFound : open, witness: null };
  }
  const decision = decide(model, {
    ...shared,
    confirms: (facts, at) => [earlier, later].every((promise) => startsClock(model, promise, facts, at)),
  });
  if (decision.kind === "found") return { open: nothingFound, witness: decision.witness };
  return { open: openQuestion(decision, question, later.clause.span), witness: null };
}

/** What two clauses must have in common to be about the same thing. */
function askedFor({ clause, duty }: Promise): string {
  const { events, trigger, onAnotherChannel } = duty;
  return keyOf([clause.party, events.map(keyOf).toSorted(), trigger, onAnotherChannel]);
}

function nameOf({ commitment, clause }: Promise): string {
  const one = commitment.clauses.length === 1 && !clause.labelled;
  return `\`${commitment.name}${one ? "" : `.${clause.id}`}\``;
}

const idle: ReadonlySet<string> = new Set(["waiting", "inapplicable", "unknown"]);

function startsClock(model: Model, { commitment, clause }: Promise, facts: LeadFacts, at: number): boolean {
  const { clocks } = model.engine.evaluate(facts, { at });
  return clocks.some(
    (clock) => clock.commitment === commitment.name && clock.clause === clause.id && !idle.has(clock.status),
  );
}

/** A lead for which both commitments hold when the trigger happens. */
function sharedLead(earlier: Promise, later: Promise): Goal {
  const { trigger } = later.duty;
  const leads = [earlier.commitment.appliesTo, later.commitment.appliesTo].flatMap((condition): Wanted[] =>
    condition === null ? [] : [{ condition, truths: TRUE }],
  );
  switch (trigger.kind) {
    case "event": {
      const [match] = trigger.events;
      const where = match?.where ?? null;
      return {
        wanted: [...leads, ...(where === null ? [] : [{ condition: where, truths: TRUE }])],
        event: match?.event ?? null,
      };
    }
    case "stage": {
      const condition: Expression = { kind: "stageReached", stage: trigger.stage, span: trigger.span };
      return { wanted: [...leads, { condition, truths: TRUE }], event: null };
    }
    case "field": {
      const subject: Expression = { kind: "field", name: trigger.field, span: trigger.span };
      const condition: Expression = { kind: "present", subject, span: trigger.span };
      return { wanted: [...leads, { condition, truths: TRUE }], event: null };
    }
    default:
      return assertNever(trigger);
  }
}
