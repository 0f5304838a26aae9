import type { Classification, EventType, Field, FieldType, Policy } from "@entente/ir";
import { normalType } from "../canonical/normal-record.ts";
import { textOf } from "../canonical/order.ts";
import type { ElementKind } from "../comparison.ts";

/** What names of a kind are to those who read verdicts or write records; null where nobody outside the contract knows them. */
const knownAs: Readonly<Partial<Record<ElementKind, string>>> = {
  score: "`scores` of verdicts have",
  classify: "`classes` of verdicts have",
  stage: "`stage` of verdicts has",
  commitment: "`clocks` of verdicts have",
  goal: "goals are reported with",
  ladder: "due steps name",
};

/** What breaks where a declaration's name is no longer there. */
export function breaksOfName(kind: ElementKind, before: string, after: string | null): readonly string[] {
  if (kind === "lead") return [fieldGone(before, after)];
  if (kind === "event")
    return [
      after === null ? `events \`${before}\` are refused` : `events \`${before}\` are called \`${after}\``,
    ];
  if (kind === "people") return [`people: ${fieldGone(before, after)}`];
  const words = knownAs[kind];
  if (words === undefined) return [];
  return [
    `${words} ${after === null ? `no \`${before}\` any more` : `\`${after}\` instead of \`${before}\``}`,
  ];
}

function fieldGone(before: string, after: string | null): string {
  return after === null
    ? `the field \`${before}\` is no longer read`
    : `the field \`${before}\` is called \`${after}\``;
}

/** What breaks where a clause has another label or number. */
export function breaksOfClause(commitment: string, before: string, after: string | null): readonly string[] {
  const was = `\`${commitment}.${before}\``;
  return [
    after === null
      ? `clocks have no ${was} any more`
      : `clocks have \`${commitment}.${after}\` instead of ${was}`,
  ];
}

/** What breaks where a declaration that keeps its name has changed. */
export function breaksOfChange(
  kind: ElementKind,
  before: unknown,
  after: unknown,
  head: Policy,
): readonly string[] {
  switch (kind) {
    case "lead":
      return breaksOfField(before as Field, after as Field, "");
    case "people":
      return breaksOfField(before as Field, after as Field, "people: ");
    case "event":
      return breaksOfEvent(before as EventType, after as EventType);
    case "classify":
      return breaksOfCases(before as Classification, after as Classification);
    case "agreement":
      return breaksOfAgreement(before as Policy["agreement"], head.agreement);
    default:
      return [];
  }
}

/** A field that records must have from now on. */
export function breaksOfAdded(kind: ElementKind, node: unknown): readonly string[] {
  if (kind !== "lead" && kind !== "people") return [];
  const field = node as Field;
  return field.required ? [`${kind === "people" ? "people: " : ""}records must have \`${field.name}\``] : [];
}

function breaksOfField(before: Field, after: Field, prefix: string): readonly string[] {
  const { name } = after;
  return [
    ...(after.required && !before.required ? [`${prefix}records must have \`${name}\``] : []),
    ...(before.column === after.column ? [] : [`${prefix}the column of \`${name}\` is ${column(after)}`]),
    ...(before.key === after.key ? [] : [`${prefix}the key of records is another field`]),
    ...breaksOfType(before.type, after.type).map((words) => `${prefix}\`${name}\` ${words}`),
  ];
}

function column({ column: name, name: own }: Field): string {
  return `"${name ?? own}"`;
}

function breaksOfType(before: FieldType, after: FieldType): readonly string[] {
  if (textOf(normalType(before)) === textOf(normalType(after))) return [];
  if (before.kind === "choice" && after.kind === "choice") {
    const spelled = (type: typeof before): readonly string[] =>
      type.values.flatMap(({ name, labels }) => [name, ...labels]);
    const gone = spelled(before).filter((value) => !spelled(after).includes(value));
    return gone.length === 0 ? [] : [`may no longer be ${gone.map((value) => `\`${value}\``).join(", ")}`];
  }
  if ((before.kind === "integer" || before.kind === "number") && after.kind === before.kind) {
    const narrower =
      isNarrower(before.minimum, after.minimum, 1) || isNarrower(before.maximum, after.maximum, -1);
    return narrower ? ["has a narrower range"] : [];
  }
  return ["has another type"];
}

function isNarrower(before: string | null, after: string | null, direction: 1 | -1): boolean {
  if (after === null) return false;
  return before === null || (Number(after) - Number(before)) * direction > 0;
}

function breaksOfEvent(before: EventType, after: EventType): readonly string[] {
  const prefix = `events \`${after.name}\`: `;
  const gone = before.attributes.filter(({ name }) => !after.attributes.some((one) => one.name === name));
  return [
    ...(before.about === after.about
      ? []
      : [
          `${prefix}they come with ${after.about === "agreement" ? "attestations, not with leads" : "leads, not with attestations"}`,
        ]),
    ...(before.column === after.column ? [] : [`${prefix}another column`]),
    ...gone.map(({ name }) => `${prefix}\`${name}\` is no longer read`),
    ...after.attributes.flatMap((attribute) => {
      const was = before.attributes.find(({ name }) => name === attribute.name);
      if (was !== undefined) return breaksOfField(was, attribute, prefix);
      return attribute.required ? [`${prefix}they must have \`${attribute.name}\``] : [];
    }),
  ];
}

function breaksOfCases(before: Classification, after: Classification): readonly string[] {
  const names = ({ cases }: Classification): readonly string[] => [...new Set(cases.map(({ name }) => name))];
  const gone = names(before).filter((name) => !names(after).includes(name));
  const added = names(after).filter((name) => !names(before).includes(name));
  return [
    ...gone.map((name) => `\`${after.name}\` is never \`${name}\` any more`),
    ...added.map((name) => `\`${after.name}\` may be \`${name}\``),
  ];
}

function breaksOfAgreement(before: Policy["agreement"], after: Policy["agreement"]): readonly string[] {
  return [
    ...(before.currency === after.currency ? [] : [`amounts are in ${after.currency}`]),
    ...(before.timeZone === after.timeZone ? [] : [`times without an offset are read in ${after.timeZone}`]),
  ];
}
