import type { ClockEvidence, ClockExplanation, ClockVerdict, EndCause, EventTrace } from "@entente/engine";
import { assertNever, type ClockStatus, type Zone } from "@entente/ir";
import { actionWords } from "../output/action-words.ts";
import { humanBusinessTime, humanDuration, humanOvershoot } from "../output/human-duration.ts";
import { humanTime } from "../output/human-time.ts";
import type { Colours } from "../terminal/colours.ts";
import { printable } from "../terminal/printable.ts";

interface ClockStyle {
  readonly zone: Pick<Zone, "toLocal">;
  /** The name of the agreement's time zone. */
  readonly timeZone: string;
  readonly colours: Colours;
}

/**
 * What each clock rests on: what started it, the way to its deadline, what ended it, the reasons, what follows, and the
 * clause. Instants are in the agreement's zone, but the way in that of the hours that count.
 *
 * @param explanations those of the clocks, in the same order
 */
export function clockLines(
  clocks: readonly ClockVerdict[],
  explanations: readonly ClockExplanation[],
  style: ClockStyle,
): readonly string[] {
  return clocks.flatMap((clock, index) => {
    const { commitment, clause, party, status, span } = clock;
    const name = clause === "1" ? commitment : `${commitment}/${clause}`;
    return [
      `  ${printable(name)} (${printable(party)}): ${statusColour(status, style.colours)(status)}`,
      ...grounds(clock, explanations[index]?.evidence ?? null, style).map((line) => `    ${printable(line)}`),
      style.colours.dim(`    ${printable(span.file)}:${span.line}:${span.column}`),
    ];
  });
}

function grounds(clock: ClockVerdict, evidence: ClockEvidence | null, style: ClockStyle): readonly string[] {
  const { zone } = style;
  const { start, owner, overshoot, status, reasons, steps, total } = clock;
  const holder = owner === null ? "" : `, held by ${owner}`;
  const by = evidence === null ? "" : startedBy(evidence, zone);
  const past = status === "late" || status === "breached" ? overshoot : null;
  return [
    ...(start === null ? [] : [`started ${humanTime(zone, start)}${by}${holder}`]),
    ...(evidence === null ? [] : [wayOf(evidence, style.timeZone)]),
    ...reasons,
    ...(evidence?.ended == null ? [] : [endOf(evidence.ended, zone)]),
    ...(past === null ? [] : [`past due by ${humanOvershoot(past)}`]),
    ...(total === null ? [] : [`in all ${spent(total)} since ${humanTime(zone, total.start)}`]),
    ...steps.map((step) => `${humanTime(zone, step.at)}: ${step.actions.map(actionWords).join("; ")}`),
  ];
}

function startedBy({ start }: ClockEvidence, zone: ClockStyle["zone"]): string {
  const name = start.kind === "stage" ? `reaching ${start.name}` : start.name;
  return ` by ${name}${start.recorded === null ? "" : recording(start.recorded, start.at, zone)}`;
}

function wayOf({ summary, timeZone }: ClockEvidence, agreed: string): string {
  return timeZone === agreed ? summary : `${summary} (${timeZone})`;
}

/** In time order the last event is the one that decided. */
function endOf({ kind, at, events }: EndCause, zone: ClockStyle["zone"]): string {
  const last = events.at(-1);
  const when = humanTime(zone, last?.at ?? at);
  const what = last === undefined ? "" : ` by ${eventNames(events)}`;
  const late = last === undefined ? "" : recording(last.recorded, last.at, zone);
  switch (kind) {
    case "done":
      return `done${what} ${when}${late}`;
    case "until":
      return `ended${what} ${when}${late}`;
    case "restart":
      return `ended by a new clock:${what.slice(3)} ${when}${late}`;
    case "replaced":
      return `replaced by a newer clock:${what.slice(3)} ${when}${late}`;
    case "lapsed":
      return `its condition ended${what} ${when}${late}`;
    default:
      return assertNever(kind);
  }
}

function eventNames(events: readonly EventTrace[]): string {
  const counts = new Map<string, number>();
  for (const { event } of events) counts.set(event, (counts.get(event) ?? 0) + 1);
  return [...counts].map(([event, count]) => (count === 1 ? event : `${count} ${event}`)).join(", ");
}

function recording(recorded: number, at: number, zone: ClockStyle["zone"]): string {
  return recorded === at ? "" : `, recorded ${humanTime(zone, recorded)}`;
}

function spent({ elapsedMs, businessMs }: NonNullable<ClockVerdict["total"]>): string {
  return businessMs === null ? humanDuration(elapsedMs) : humanBusinessTime(businessMs);
}

function statusColour(status: ClockStatus, colours: Colours): (text: string) => string {
  switch (status) {
    case "late":
    case "breached":
      return colours.red;
    case "at_risk":
    case "unknown":
      return colours.yellow;
    case "met":
      return colours.green;
    case "waiting":
    case "inapplicable":
    case "discharged":
    case "excused":
    case "paused":
    case "running":
      return colours.dim;
    default:
      return assertNever(status);
  }
}
