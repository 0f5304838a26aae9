import type { Change, Place } from "@entente/diff";
import { replayJson } from "../output/replay-json.ts";
import type { ComparedContract } from "./comparison.ts";
import { obstacleWords } from "./obstacles.ts";

/** The changes of contracts as JSON: `docs/schemas/comparison.schema.json`. */
export function jsonComparison(contracts: readonly ComparedContract[]): string {
  const report = { version: 1, contracts: contracts.map(jsonContract) };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function jsonContract(contract: ComparedContract): object {
  const { name, change, base, head, comparison, replay, obstacles } = contract;
  return {
    name,
    change,
    base: base?.shown ?? null,
    head: head?.shown ?? null,
    strictness: comparison?.strictness ?? null,
    changes: (comparison?.changes ?? []).map(jsonChange),
    ...(replay === null ? {} : { replay: replayJson(replay) }),
    ...(obstacles === null
      ? {}
      : { obstacles: obstacles.map((each) => ({ kind: each.kind, ...obstacleWords(each, name) })) }),
  };
}

function jsonChange(one: Change): object {
  const { kind, path, change, before, after, strictness, reasons, breaks } = one;
  return {
    kind,
    path,
    change,
    before: jsonPlace(before),
    after: jsonPlace(after),
    strictness,
    reasons,
    breaks,
    effect: jsonEffect(one),
  };
}

function jsonPlace(place: Place | null): object | null {
  return place === null ? null : { text: place.text, span: place.span };
}

function jsonEffect({ effect }: Change): object {
  if (effect.kind !== "differs") return effect;
  const { witness, before, after } = effect;
  const { lead, events, at, shows } = witness;
  return {
    kind: effect.kind,
    witness: { lead, events, at: new Date(at).toISOString(), shows },
    before,
    after,
  };
}
