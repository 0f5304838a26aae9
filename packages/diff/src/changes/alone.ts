import type { Commitment, Policy } from "@entente/ir";
import type { ElementKind } from "../comparison.ts";
import { referencesOf } from "../elements/references.ts";
import type { Draft } from "./draft.ts";

type Named = { readonly name: string };

/** The lists of a policy that hold declarations which leads are judged by. */
const lists = {
  calendar: "calendars",
  event: "events",
  define: "defines",
  score: "scores",
  classify: "classes",
  stage: "stages",
  ladder: "ladders",
} as const satisfies Partial<Record<ElementKind, keyof Policy>>;

/** What a part of a commitment is called in a contract, and in the policy. */
const parts: Readonly<Record<string, keyof Commitment>> = {
  for: "appliesTo",
  calendar: "calendar",
  pause: "pauses",
  until: "until",
  unless: "excuses",
  waive: "waivers",
  warn: "warnAt",
  otherwise: "ladder",
  because: "because",
};

/** The earlier version with this one change; null where it cannot stand alone. */
export function withOnly(base: Policy, head: Policy, { kind, path, change }: Draft): Policy | null {
  const [name, part] = path;
  if (change === "renamed") return null;
  const patched = patchedBy(base, head, kind, name, part);
  return patched !== null && isWhole(patched) ? patched : null;
}

function patchedBy(
  base: Policy,
  head: Policy,
  kind: ElementKind,
  name: string | undefined,
  part: string | undefined,
): Policy | null {
  if (kind === "agreement")
    return { ...base, agreement: head.agreement, horizon: head.horizon, zones: head.zones };
  if (name === undefined) return null;
  if (kind === "commitment") return withCommitment(base, head, name, part);
  if (kind === "lead")
    return { ...base, lead: { fields: replaced(base.lead.fields, head.lead.fields, name) } };
  const zones = { ...head.zones, ...base.zones };
  switch (kind) {
    case "calendar":
      return { ...base, zones, calendars: replaced(base.calendars, head.calendars, name) };
    case "event":
      return { ...base, events: replaced(base.events, head.events, name) };
    case "define":
      return { ...base, defines: replaced(base.defines, head.defines, name) };
    case "score":
      return { ...base, scores: replaced(base.scores, head.scores, name) };
    case "classify":
      return { ...base, classes: replaced(base.classes, head.classes, name) };
    case "stage":
      return { ...base, stages: replaced(base.stages, head.stages, name) };
    case "ladder":
      return { ...base, ladders: replaced(base.ladders, head.ladders, name) };
    default:
      return null;
  }
}

function replaced<T extends Named>(before: readonly T[], after: readonly T[], name: string): T[] {
  const own = after.find((one) => one.name === name);
  const kept = before.flatMap((one) => (one.name === name ? (own ?? []) : [one]));
  const isNew = own !== undefined && !before.some((one) => one.name === name);
  return isNew ? [...kept, own] : kept;
}

function withCommitment(base: Policy, head: Policy, name: string, part: string | undefined): Policy {
  const [one, other] = [base, head].map(({ commitments }) => commitments.find((each) => each.name === name));
  const whole = part === undefined || one === undefined || other === undefined;
  const patched = whole ? other : partOf(one, other, part);
  return { ...base, commitments: replaced(base.commitments, patched === undefined ? [] : [patched], name) };
}

function partOf(before: Commitment, after: Commitment, part: string): Commitment {
  const key = parts[part];
  const isClause = [before, after].some(({ clauses }) => clauses.some(({ id }) => id === part));
  if (key !== undefined && !isClause) return { ...before, [key]: after[key] };
  const clauses = replaced(
    before.clauses.map((clause) => ({ ...clause, name: clause.id })),
    after.clauses.map((clause) => ({ ...clause, name: clause.id })),
    part,
  );
  return { ...before, clauses: clauses.map(({ name: _, ...clause }) => clause) };
}

/** Whether a policy declares everything that it refers to. */
function isWhole(policy: Policy): boolean {
  const { sources: _sources, tests: _tests, goals: _goals, funnels: _funnels, ...rules } = policy;
  const declared = new Set([
    ...Object.entries(lists).flatMap(([kind, list]) => policy[list].map(({ name }) => `${kind} ${name}`)),
    ...policy.commitments.map(({ name }) => `commitment ${name}`),
    ...policy.lead.fields.map(({ name }) => `field ${name}`),
  ]);
  const provided = policy.commitments.flatMap(({ clauses }) =>
    clauses.flatMap(({ duty }) =>
      duty.kind === "provide" ? duty.fields.map((name) => `field ${name}`) : [],
    ),
  );
  return [...referencesOf(policy, rules), ...provided].every((reference) => declared.has(reference));
}
