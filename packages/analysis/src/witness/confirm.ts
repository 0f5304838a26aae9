import type { LeadFacts, Occurrence } from "@entente/engine";
import type { Goal } from "../decide/goal.ts";
import type { Witness } from "../finding.ts";
import type { Model } from "../model.ts";
import { candidates, noDemand } from "../space/candidates.ts";
import { truthFor } from "../space/field-cells.ts";
import type { Part } from "../space/variable.ts";
import { type BuiltLead, buildLead } from "./build-lead.ts";

/** The lead of some parts as a witness, if the engine finds its record valid and every condition as wanted. */
export function confirm(model: Model, goal: Goal, parts: readonly Part[]): Witness | null {
  const built = buildLead(model, parts, goal.event);
  const reading = model.engine.reader.readObject({ ...built.record, events: built.events });
  if (!reading.ok) return null;
  return isAsWanted(model, goal, reading.facts, built.at) ? witnessOf(built) : null;
}

function isAsWanted({ engine }: Model, goal: Goal, facts: LeadFacts, at: number): boolean {
  const seen: Occurrence | null = goal.event === null ? null : (facts.events.at(-1) ?? null);
  const holds = goal.wanted.every(
    ({ condition, truths }) => (truthFor(engine, condition, facts, at, seen) & truths) !== 0,
  );
  return holds && (goal.confirms === undefined || goal.confirms(facts, at));
}

function witnessOf({ record, events, at, shows }: BuiltLead): Witness {
  const lead = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
  return { lead, events, at, shows };
}

/** The parts without those that the finding does not need: the engine confirms it whatever stands there instead. */
export function smallest(model: Model, goal: Goal, parts: readonly Part[]): readonly Part[] {
  return parts.toReversed().reduce<readonly Part[]>((kept, part) => {
    const fewer = kept.filter((other) => other !== part);
    const isFree = [fewer, ...insteadOf(model, part).map((other) => [...fewer, other])].every(
      (some) => confirm(model, goal, some) !== null,
    );
    return isFree ? fewer : kept;
  }, parts);
}

/** A field that a valid record needs is there in any case: what else it could be. */
function insteadOf(model: Model, part: Part): readonly Part[] {
  if (part.kind !== "field") return [];
  const { name, type, required, key } = model.field(part.name);
  if (!required && !key) return [];
  return candidates(model, type, noDemand).map((value) => ({ kind: "field", name, value }));
}
