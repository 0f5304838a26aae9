import type { Span } from "../span.ts";
import { addDays } from "../zone/civil-date.ts";
import type { Commitment } from "./commitment.ts";
import type { Policy } from "./policy.ts";
import type { Field, FieldType } from "./record.ts";

/** What is wrong with how one version of an agreement follows another, or should be known about it. */
export type VersionProblem =
  /** Of several versions this one does not say from when it holds. */
  | { readonly kind: "undated"; readonly span: Span }
  /** Two versions hold from the same day. */
  | { readonly kind: "sameStart"; readonly date: string; readonly span: Span; readonly earlier: Span }
  /** What all versions have in common differs. */
  | {
      readonly kind: "basis";
      readonly what: "time zone" | "currency" | "key of the lead";
      readonly is: string;
      readonly was: string;
      readonly span: Span;
      readonly earlier: Span;
    }
  /** A field or an attribute has another type than before, so that one record cannot serve both. */
  | {
      readonly kind: "type";
      readonly what: string;
      readonly is: string;
      readonly was: string;
      readonly span: Span;
      readonly earlier: Span;
    }
  /** Days between two versions on which none holds; both included. */
  | {
      readonly kind: "gap";
      readonly from: string;
      readonly to: string;
      readonly span: Span;
      readonly earlier: Span;
    }
  /** New terms are to apply to running clocks, but the promise that these belong to is not there any more. */
  | { readonly kind: "leftBehind"; readonly promise: string; readonly span: Span; readonly later: Span };

/** Whether a problem keeps the versions from being one history. */
export function breaksHistory({ kind }: VersionProblem): boolean {
  return kind !== "gap" && kind !== "leftBehind";
}

/**
 * Versions of one agreement in the order in which they come into force. Each ends, at the latest, on the day before
 * the next begins: its `effective` is cut to that. The first of several problems is no reason to look no further.
 */
export function orderVersions(policies: readonly Policy[]): {
  readonly versions: readonly Policy[];
  readonly problems: readonly VersionProblem[];
} {
  if (policies.length < 2) return { versions: policies, problems: [] };
  const ordered = policies.toSorted((a, b) =>
    beginOf(a) < beginOf(b) ? -1 : beginOf(a) > beginOf(b) ? 1 : 0,
  );
  const undated = policies
    .filter(({ agreement }) => agreement.effective === null)
    .map(({ agreement }): VersionProblem => ({ kind: "undated", span: agreement.span }));
  const followed = ordered.slice(1).flatMap((later, index) => {
    const earlier = ordered[index];
    return earlier === undefined ? [] : problemsBetween(earlier, later);
  });
  return {
    versions: ordered.map((policy, index) => cutAt(policy, ordered[index + 1])),
    problems: [...undated, ...followed],
  };
}

function beginOf({ agreement }: Policy): string {
  return agreement.effective?.from ?? "";
}

function cutAt(policy: Policy, next: Policy | undefined): Policy {
  const { effective } = policy.agreement;
  const begin = next?.agreement.effective?.from;
  if (effective === null || begin === undefined) return policy;
  const before = addDays(begin, -1);
  const to = effective.to === null || effective.to > before ? before : effective.to;
  return { ...policy, agreement: { ...policy.agreement, effective: { from: effective.from, to } } };
}

function problemsBetween(earlier: Policy, later: Policy): readonly VersionProblem[] {
  return [
    ...orderProblems(earlier, later),
    ...basisProblems(earlier, later),
    ...typeProblems(earlier, later),
    ...leftBehind(earlier, later),
  ];
}

function orderProblems({ agreement: was }: Policy, { agreement: is }: Policy): readonly VersionProblem[] {
  if (was.effective === null || is.effective === null) return [];
  const spans = { span: is.span, earlier: was.span };
  const begin = is.effective.from;
  if (was.effective.from === begin) return [{ kind: "sameStart", date: begin, ...spans }];
  if (was.effective.to === null) return [];
  const from = addDays(was.effective.to, 1);
  return from < begin ? [{ kind: "gap", from, to: addDays(begin, -1), ...spans }] : [];
}

function basisProblems(earlier: Policy, later: Policy): readonly VersionProblem[] {
  const bases = [
    ["time zone", later.agreement.timeZone, earlier.agreement.timeZone],
    ["currency", later.agreement.currency, earlier.agreement.currency],
    ["key of the lead", keyOf(later), keyOf(earlier)],
  ] as const;
  return bases.flatMap(([what, is, was]): readonly VersionProblem[] =>
    is === was
      ? []
      : [{ kind: "basis", what, is, was, span: later.agreement.span, earlier: earlier.agreement.span }],
  );
}

function keyOf({ lead }: Policy): string {
  return lead.fields.find(({ key }) => key)?.name ?? "id";
}

function typeProblems(earlier: Policy, later: Policy): readonly VersionProblem[] {
  return [
    ...fieldProblems("the field", earlier.lead.fields, later.lead.fields),
    ...fieldProblems("the people's field", earlier.people?.fields ?? [], later.people?.fields ?? []),
    ...later.events.flatMap((event) => {
      const before = earlier.events.find(({ name }) => name === event.name);
      const attributes = before?.attributes ?? [];
      return fieldProblems(`the attribute \`${event.name}.`, attributes, event.attributes);
    }),
  ];
}

function fieldProblems(
  what: string,
  before: readonly Field[],
  now: readonly Field[],
): readonly VersionProblem[] {
  return now.flatMap(({ name, type, span }): readonly VersionProblem[] => {
    const old = before.find((field) => field.name === name);
    const [is, was] = [typeName(type), old === undefined ? null : typeName(old.type)];
    if (old === undefined || was === null || is === was) return [];
    const called = what.endsWith(".") ? `${what}${name}\`` : `${what} \`${name}\``;
    return [{ kind: "type", what: called, is, was, span, earlier: old.span }];
  });
}

/** The type as far as one reading of a record can serve two versions: cases and bounds may differ. */
function typeName(type: FieldType): string {
  switch (type.kind) {
    case "choice":
      return "one of";
    case "boolean":
      return "yes/no";
    case "integer":
      return "number";
    case "list":
      return `list of ${typeName(type.of)}`;
    default:
      return type.kind;
  }
}

/** Clauses that run clocks on single leads and have no namesake later, where the later version wants to take clocks over. */
function leftBehind(earlier: Policy, later: Policy): readonly VersionProblem[] {
  if (later.agreement.inFlight === "keeps") return [];
  return earlier.commitments.flatMap((commitment) =>
    commitment.clauses.flatMap((clause): readonly VersionProblem[] => {
      if (clause.duty.kind === "limit" || clause.duty.kind === "share") return [];
      if (hasClause(later.commitments, commitment.name, clause.id)) return [];
      const promise = commitment.clauses.length === 1 ? commitment.name : `${commitment.name}.${clause.id}`;
      return [{ kind: "leftBehind", promise, span: clause.span, later: later.agreement.span }];
    }),
  );
}

function hasClause(commitments: readonly Commitment[], name: string, id: string): boolean {
  return commitments.some((one) => one.name === name && one.clauses.some((clause) => clause.id === id));
}
