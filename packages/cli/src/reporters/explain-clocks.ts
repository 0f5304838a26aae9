import type { ClockVerdict } from "@entente/engine";
import { assertNever, type ClockStatus, type Zone } from "@entente/ir";
import { actionWords } from "../output/action-words.ts";
import { humanOvershoot } from "../output/human-duration.ts";
import { humanTime } from "../output/human-time.ts";
import type { Colours } from "../terminal/colours.ts";
import { printable } from "../terminal/printable.ts";

interface ClockStyle {
  readonly zone: Pick<Zone, "toLocal">;
  readonly colours: Colours;
}

/** What each clock rests on: its instants in the agreement's zone, the reasons, what follows, and the clause. */
export function clockLines(clocks: readonly ClockVerdict[], style: ClockStyle): readonly string[] {
  return clocks.flatMap((clock) => {
    const { commitment, clause, party, status, span } = clock;
    const name = clause === "1" ? commitment : `${commitment}/${clause}`;
    return [
      `  ${printable(name)} (${printable(party)}): ${statusColour(status, style.colours)(status)}`,
      ...evidence(clock, style).map((line) => `    ${printable(line)}`),
      style.colours.dim(`    ${printable(span.file)}:${span.line}:${span.column}`),
    ];
  });
}

function evidence(clock: ClockVerdict, { zone }: ClockStyle): readonly string[] {
  const { start, owner, overshoot, status, reasons, steps } = clock;
  const holder = owner === null ? "" : `, held by ${owner}`;
  const past = status === "late" || status === "breached" ? overshoot : null;
  return [
    ...(start === null ? [] : [`started ${humanTime(zone, start)}${holder}`]),
    ...reasons,
    ...(past === null ? [] : [`past due by ${humanOvershoot(past)}`]),
    ...steps.map((step) => `${humanTime(zone, step.at)}: ${step.actions.map(actionWords).join("; ")}`),
  ];
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
