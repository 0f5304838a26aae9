import { assertNever, type Expression } from "@entente/ir";
import { keyOf } from "../logic/key-of.ts";
import type { Model } from "../model.ts";
import { candidates, type Demand, demandOf, noDemand } from "../space/candidates.ts";
import { kindsOf } from "../space/occurrence-kinds.ts";
import { readsOf } from "../space/role-of.ts";
import type { Attributes, Part } from "../space/variable.ts";

const MOST = 240;
const HOUR = 3_600_000;
const LONGEST = 50;

/**
 * Leads to try where conditions are not taken apart: the parts with plain values and histories for what those
 * conditions read, at several times.
 */
export function guesses(
  model: Model,
  doubts: readonly Expression[],
  parts: readonly Part[],
): readonly (readonly Part[])[] {
  const known = new Map(parts.map((part) => [nameOf(part), part]));
  const reads = new Set(doubts.flatMap((doubt) => [...deepReads(model, doubt)]));
  const demand = { ...noDemand, ...demandOf(model, doubts) };
  const options = [...reads].map((read): readonly Part[] => {
    const [kind, name = ""] = read.split(/:(.*)/s);
    if (kind === "event") return historiesFor(model, name, doubts, demand, known.get(read));
    return kind === "field" && !known.has(read) ? valuesFor(model, name, demand) : [];
  });
  const combined = [timings, ...options].reduce<readonly (readonly Part[])[]>(
    (sets, choices) =>
      choices.length === 0
        ? sets
        : choices.flatMap((choice) => sets.map((set) => [...set, choice])).slice(0, MOST),
    [parts.filter((part) => !reads.has(nameOf(part)) || part.kind !== "history")],
  );
  return combined;
}

const timings: readonly Part[] = [0, 1, 48, 24 * 45, 24 * 200]
  .flatMap((hours) => [false, true].map((backwards) => ({ backwards, gap: HOUR / 60, wait: hours * HOUR })))
  .concat([24 * 8, 24 * 40].map((hours) => ({ backwards: false, gap: hours * HOUR, wait: 0 })))
  .map((timing) => ({ kind: "timing", ...timing }));

/** What a condition reads, through scores too. */
function deepReads(model: Model, node: Expression): readonly string[] {
  const own = [...readsOf(model, node)];
  const scores = model.policy.scores.filter(({ name }) => own.includes(scoreRead(name)));
  return [
    ...own,
    ...scores
      .flatMap(({ lines }) => lines)
      .flatMap(({ basis }) => {
        if (basis.kind === "when") return [...readsOf(model, basis.condition)];
        return basis.kind === "perField" ? [`field:${basis.field}`] : [`event:${basis.match.event}`];
      }),
  ];
}

const scoreRead = (name: string): string => `other:${keyOf({ kind: "score", name })}`;

function valuesFor(model: Model, name: string, demand: Demand): readonly Part[] {
  const values = candidates(model, model.field(name).type, demand);
  const plain = values.filter((value) => typeof value !== "number");
  const numbers = [...new Set([...values, 1, 2, 1000].filter((value) => typeof value === "number"))];
  return [...plain, ...numbers].slice(0, 8).map((value) => ({ kind: "field", name, value }));
}

/** Once, twice, and once more than any number that is compared with. */
function historiesFor(
  model: Model,
  event: string,
  doubts: readonly Expression[],
  { constants }: Demand,
  known: Part | undefined,
): readonly Part[] {
  const own = known?.kind === "history" ? known.occurrences : null;
  if (own !== null && own.length === 0) return known === undefined ? [] : [known];
  const { kinds } = kindsOf(model, model.event(event), { atoms: doubts, counted: [] });
  const more = constants.filter((value) => typeof value === "number" && value > 1 && value < LONGEST);
  const lengths = [1, 2, ...more.map((value) => Math.floor(Number(value)) + 1)];
  const part = (occurrences: readonly Attributes[]): Part => ({ kind: "history", event, occurrences });
  const repeated = (one: Attributes) => lengths.map((length) => part(Array.from({ length }, () => one)));
  if (own !== null) return [part(own), ...own.slice(-1).flatMap((last) => repeated(last).slice(1))];
  return kinds.slice(0, 3).flatMap(repeated);
}

function nameOf(part: Part): string {
  switch (part.kind) {
    case "field":
    case "attribute":
      return `${part.kind}:${part.name}`;
    case "history":
      return `event:${part.event}`;
    case "order":
    case "timing":
      return part.kind;
    default:
      return assertNever(part);
  }
}
