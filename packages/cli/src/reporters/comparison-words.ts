import type { Change, Comparison, ElementKind, Strictness } from "@entente/diff";
import { assertNever, type Policy, Zone } from "@entente/ir";
import { humanTime } from "../output/human-time.ts";
import { counted, listed } from "../terminal/counted.ts";

type Witness = Extract<Change["effect"], { kind: "differs" }>["witness"];

/** `stricter for sales, looser for marketing`; empty where it is the same for everybody. */
export function strictnessWords(strictness: Comparison["strictness"]): string {
  const order: readonly Strictness[] = ["stricter", "looser", "incomparable"];
  const parts = order.flatMap((one) => {
    const parties = Object.keys(strictness).filter((party) => strictness[party] === one);
    return parties.length === 0 ? [] : [`${wordOf(one)} for ${listed(parties)}`];
  });
  return parts.join(", ");
}

/** `stricter for sales: less time`, one for each party for whom a change is not the same. */
export function forWhom({ strictness, reasons }: Change): readonly string[] {
  return Object.entries(strictness).flatMap(([party, said]) => {
    const words = strictnessWords({ [party]: said });
    if (words === "") return [];
    const why = reasons.flatMap((reason) =>
      reason.startsWith(`${party}: `) ? [reason.slice(party.length + 2)] : [],
    );
    return [[words, why.join("; ")].filter((part) => part !== "").join(": ")];
  });
}

function wordOf(strictness: Strictness): string {
  switch (strictness) {
    case "stricter":
    case "looser":
      return strictness;
    case "incomparable":
      return "cannot be ranked";
    case "equal":
      return "the same";
    default:
      return assertNever(strictness);
  }
}

const kinds: Readonly<Partial<Record<ElementKind, string>>> = {
  classify: "classification",
  lead: "field",
  people: "field of people",
};

const parts: ReadonlySet<string> = new Set([
  "for",
  "calendar",
  "pause",
  "until",
  "unless",
  "waive",
  "warn",
  "otherwise",
  "because",
]);

/** `commitment first_contact, clause 1: changed`. */
export function headingOf({ kind, path, change }: Change): string {
  const [name, part] = path;
  const which = part === undefined ? "" : parts.has(part) ? `, \`${part}\`` : `, clause ${part}`;
  return `${kinds[kind] ?? kind}${name === undefined ? "" : ` ${name}`}${which}: ${change}`;
}

/** `2 changes`, with how many of them break something. */
export function countWords({ changes }: Comparison): string {
  const breaking = changes.filter(({ breaks }) => breaks.length > 0).length;
  const all = counted(changes.length, "change");
  return breaking === 0 ? all : `${all}, ${breaking} of them breaking`;
}

/** The zone in which a contract's instants are told. */
export function zoneOf({ agreement, zones }: Policy): Zone {
  return new Zone(agreement.timeZone, zones[agreement.timeZone] ?? { initial: 0, changes: [] });
}

/** A witness line by line: the fields that decide, the events, the instant for which it is asked. */
export function witnessLines({ shows, events, at }: Witness, zone: Zone): readonly string[] {
  const fields = Object.entries(shows).map(([name, value]) =>
    value === null ? `${name} is missing` : `${name} = ${valueWords(value)}`,
  );
  const happened = runsOf(events).map(({ row, count, last }) => {
    const { event, at: first, ...attributes } = row;
    const settings = Object.entries(attributes).map(([name, value]) => `${name} = ${valueWords(value)}`);
    const what = settings.length === 0 ? String(event) : `${event} (${settings.join(", ")})`;
    const when = humanTime(zone, Date.parse(String(first)));
    return count === 1
      ? `${what} ${when}`
      : `${what} ${count} times from ${when} to ${humanTime(zone, last)}`;
  });
  return [
    ...(fields.length === 0 ? [] : [fields.join(", ")]),
    ...(happened.length === 0 ? [] : [happened.join("; ")]),
    `asked for ${humanTime(zone, at)}`,
  ];
}

interface Run {
  readonly row: Witness["events"][number];
  readonly count: number;
  readonly last: number;
}

/** Events that are alike but for their instants, one after the other, told once. */
function runsOf(events: Witness["events"]): readonly Run[] {
  const runs: Run[] = [];
  for (const row of events) {
    const last = Date.parse(String(row.at));
    const before = runs.at(-1);
    if (before !== undefined && kindOf(before.row) === kindOf(row))
      runs[runs.length - 1] = { row: before.row, count: before.count + 1, last };
    else runs.push({ row, count: 1, last });
  }
  return runs;
}

function kindOf({ at: _, ...row }: Witness["events"][number]): string {
  return JSON.stringify(row);
}

function valueWords(value: Witness["shows"][string]): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string" && /^[\p{L}\p{M}\p{Nd}_:.-]+$/u.test(value)) return value;
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}
