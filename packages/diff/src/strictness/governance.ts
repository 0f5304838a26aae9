import type { Agreement, Meeting, Policy, Responsibility } from "@entente/ir";
import type { ElementKind } from "../comparison.ts";
import { incomparable, looser, type Relation, stricter } from "./relation.ts";

/** A relation for some parties. */
export interface Bearing {
  readonly parties: readonly string[];
  readonly relation: Relation;
}

/** How a change of the agreement's frame bears on both sides. */
export function agreementBearing(base: Policy, head: Policy): readonly Bearing[] {
  const [before, after] = [base.agreement, head.agreement];
  const parties = [...new Set([...before.between, ...after.between])];
  const relations = [
    ...termRelation(before, after),
    ...(before.timeZone === after.timeZone
      ? []
      : [incomparable("days and hours are those of another time zone")]),
    ...(before.currency === after.currency ? [] : [incomparable("amounts are in another currency")]),
    ...(before.inFlight === after.inFlight ? [] : [incomparable("clocks in flight are treated otherwise")]),
  ];
  const shifted = partiesOfChains(before, after, [base, head]);
  const chains = incomparable("other triggers restart its clocks where the term begins or ends");
  return [
    ...relations.map((relation) => ({ parties, relation })),
    ...(shifted.length === 0 ? [] : [{ parties: shifted, relation: chains }]),
  ];
}

/**
 * Who owes a clause whose clocks end or begin with other clocks: a later end of the term lets a further trigger end
 * them (`restarts`, `of last`), another beginning starts what recurs elsewhere.
 */
function partiesOfChains(
  before: Agreement,
  after: Agreement,
  policies: readonly Policy[],
): readonly string[] {
  const [a, b] = [before.effective, after.effective];
  const begins = a?.from !== b?.from;
  const ends = (a?.to ?? null) !== (b?.to ?? null);
  const clauses = policies.flatMap(({ commitments }) => commitments.flatMap((one) => one.clauses));
  const chained = clauses.filter(({ duty }) => {
    if (duty.kind === "recur") return begins;
    if (duty.kind === "limit" || duty.kind === "share") return false;
    const last = duty.trigger.kind === "event" && duty.trigger.which === "last";
    return ends && (last || ("restarts" in duty && duty.restarts));
  });
  return [...new Set(chained.map(({ party }) => party))];
}

/** A longer term starts more clocks. */
function termRelation(before: Agreement, after: Agreement): readonly Relation[] {
  const [a, b] = [before.effective, after.effective];
  const [one, other] = [a?.from ?? "", b?.from ?? ""];
  const [end, later] = [a?.to ?? "9999-12-31", b?.to ?? "9999-12-31"];
  if (one === other && end === later) return [];
  if (other <= one && later >= end) return [stricter("it is in force for longer")];
  if (other >= one && later <= end) return [looser("it is in force for less long")];
  return [incomparable("it is in force at other times")];
}

/** How a declaration that was added, removed or changed bears on those whom it names. */
export function governanceBearing(
  kind: ElementKind,
  before: unknown,
  after: unknown,
  policies: readonly Policy[],
): readonly Bearing[] {
  const parties = partiesNamed(kind, [before, after], policies);
  const relation =
    before === null
      ? addedOf(kind)
      : after === null
        ? reversedOf(addedOf(kind))
        : incomparable(`another ${kind}`);
  return parties.length === 0 || relation === null ? [] : [{ parties, relation }];
}

function addedOf(kind: ElementKind): Relation | null {
  switch (kind) {
    case "meeting":
      return stricter("one more meeting");
    case "responsibility":
      return stricter("one more responsibility");
    case "reward":
      return incomparable("another reward");
    case "dispute":
    case "review":
    case "cancellation":
      return incomparable(`another ${kind}`);
    default:
      return null;
  }
}

function reversedOf(relation: Relation | null): Relation | null {
  if (relation?.strictness !== "stricter") return relation;
  return looser(relation.reason.replace("more", "less"));
}

/** The parties that a declaration is about; roles stand for their parties. */
function partiesNamed(
  kind: ElementKind,
  nodes: readonly unknown[],
  policies: readonly Policy[],
): readonly string[] {
  const all = [...new Set(policies.flatMap(({ agreement }) => agreement.between))];
  const names = nodes.flatMap((node): readonly string[] => {
    if (node === null) return [];
    if (kind === "meeting") return (node as Meeting).attendedBy;
    if (kind === "reward") return (node as Policy["rewards"][number]).to;
    if (kind === "responsibility") {
      const { responsible, accountable } = node as Responsibility;
      return [...responsible, ...accountable];
    }
    return kind === "dispute" || kind === "review" || kind === "cancellation" ? all : [];
  });
  const sides = names.flatMap((name) => {
    if (all.includes(name)) return [name];
    return policies.flatMap(({ roles }) => roles.find((role) => role.name === name)?.party ?? []);
  });
  return [...new Set(sides)];
}
