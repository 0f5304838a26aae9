import type { Commitment, Expression, Policy } from "@entente/ir";
import type { Dice } from "./dice.ts";

/** A policy with one number, comparison, case or event changed, and what was done. */
export interface Mutant {
  readonly policy: Policy;
  readonly what: "number" | "comparison" | "case" | "event" | "part";
  readonly words: string;
}

type Node = Record<string, unknown>;
type Path = readonly (string | number)[];

interface Fault extends Omit<Mutant, "policy"> {
  readonly path: Path;
  readonly value: unknown;
}

/** Every single fault in the rules by which leads are judged, in random order. */
export function mutantsOf(policy: Policy, dice: Dice, count: number): readonly Mutant[] {
  const { defines, scores, classes, stages, commitments } = policy;
  const faults = faultsIn({ defines, scores, classes, stages, commitments }, [], policy, dice);
  return dice
    .shuffled(faults)
    .slice(0, count)
    .map(({ path, value, what, words }) => ({
      policy: withValue(policy, path, value) as Policy,
      what,
      words,
    }));
}

function faultsIn(part: unknown, path: Path, policy: Policy, dice: Dice): readonly Fault[] {
  if (Array.isArray(part)) return part.flatMap((one, index) => faultsIn(one, [...path, index], policy, dice));
  if (typeof part !== "object" || part === null) return [];
  const node = part as Node;
  const inner = Object.entries(node).flatMap(([key, one]) =>
    key === "span" ? [] : faultsIn(one, [...path, key], policy, dice),
  );
  return [...faultsOf(node, path, policy, dice), ...inner];
}

function faultsOf(node: Node, path: Path, policy: Policy, dice: Dice): readonly Fault[] {
  const fault = (what: Mutant["what"], key: string, value: unknown): Fault => ({
    what,
    path: [...path, key],
    value,
    words: `${path.join(".")}.${key}: ${JSON.stringify(node[key])} -> ${JSON.stringify(value)}`,
  });
  if (node.kind === "number" && typeof node.value === "string")
    return [fault("number", "value", moved(node.value, dice))];
  if (node.kind === "duration" && typeof node.amount === "number")
    return [fault("number", "amount", node.amount + (node.amount > 1 ? dice.pick([1, -1]) : 1))];
  if (node.kind === "compare") return [fault("comparison", "operator", otherOperator(node.operator, dice))];
  if (typeof node.points === "string") return [fault("number", "points", moved(node.points, dice))];
  if (node.kind === "in") return casesOf(node, policy).map((values) => fault("case", "values", values));
  if (typeof node.event === "string" && Object.hasOwn(node, "where") && node.where === null) {
    const others = policy.events.filter(({ name }) => name !== node.event).map(({ name }) => name);
    const [first, ...more] = others;
    return first === undefined ? [] : [fault("event", "event", dice.pick([first, ...more]))];
  }
  return [];
}

function moved(decimal: string, dice: Dice): string {
  const value = Number(decimal);
  return String(value === 1 ? 2 : value + dice.pick([1, -1]));
}

const numeric = ["<", "<=", ">", ">="] as const;

function otherOperator(operator: unknown, dice: Dice): string {
  if (operator === "=") return "!=";
  if (operator === "!=") return "=";
  const [first, ...more] = numeric.filter((one) => one !== operator);
  return first === undefined ? "=" : dice.pick([first, ...more]);
}

/** Another case of the field's type in the place of the first. */
function casesOf(node: Node, { lead }: Policy): readonly unknown[] {
  const subject = node.subject as Expression;
  const values = node.values as readonly Node[];
  const field = subject.kind === "field" ? lead.fields.find(({ name }) => name === subject.name) : undefined;
  if (field?.type.kind !== "choice") return [];
  const other = field.type.values.find(({ name }) => values.every(({ value }) => value !== name));
  return other === undefined ? [] : [[{ kind: "choice", value: other.name }, ...values.slice(1)]];
}

function withValue(part: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(part))
    return part.map((one, index) => (index === key ? withValue(one, rest, value) : one));
  const node = part as Node;
  return { ...node, [key]: withValue(node[key], rest, value) };
}

/** Commitments that lack one of their parts, or do not ask for it any more, and calendars with other hours. */
export function partMutantsOf(policy: Policy, dice: Dice, count: number): readonly Mutant[] {
  const commitments = policy.commitments.flatMap((one, index) =>
    changedCommitments(one).map(({ words, commitment }) => ({
      what: "part" as const,
      words: `${one.name}: ${words}`,
      policy: { ...policy, commitments: policy.commitments.with(index, commitment) },
    })),
  );
  const calendars = policy.calendars.flatMap((one, index) => {
    if (one.kind !== "office") return [];
    const longer = one.weekly.map((hours) => ({
      ...hours,
      intervals: hours.intervals.map(({ opens, closes }) => ({ opens, closes: Math.min(closes + 30, 1440) })),
    }));
    const changed = { ...policy, calendars: policy.calendars.with(index, { ...one, weekly: longer }) };
    return [{ what: "part" as const, words: `${one.name}: longer hours`, policy: changed }];
  });
  return dice.shuffled([...commitments, ...calendars]).slice(0, count);
}

function changedCommitments(one: Commitment): readonly { words: string; commitment: Commitment }[] {
  const { appliesTo, until, excuses, pauses, waivers, clauses } = one;
  const duties = clauses.flatMap((clause, index) => {
    const { duty } = clause;
    if (duty.kind !== "respond") return [];
    const changed = { ...clause, duty: { ...duty, restarts: !duty.restarts, apart: null } };
    return [
      {
        words: `clause ${clause.id} restarts`,
        commitment: { ...one, clauses: clauses.with(index, changed) },
      },
    ];
  });
  return [
    ...(appliesTo === null ? [] : [{ words: "for all leads", commitment: { ...one, appliesTo: null } }]),
    ...(until.length === 0 ? [] : [{ words: "no until", commitment: { ...one, until: until.slice(1) } }]),
    ...(excuses.length === 0
      ? []
      : [{ words: "no unless", commitment: { ...one, excuses: excuses.slice(1) } }]),
    ...(pauses.length === 0 ? [] : [{ words: "no pause", commitment: { ...one, pauses: [] } }]),
    ...(waivers.length === 0 ? [] : [{ words: "no waiver", commitment: { ...one, waivers: [] } }]),
    ...(clauses.length < 2
      ? []
      : [{ words: "one clause less", commitment: { ...one, clauses: clauses.slice(0, -1) } }]),
    ...duties,
  ];
}
