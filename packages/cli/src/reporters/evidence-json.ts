import type { ClockEvidence, EventTrace } from "@entente/engine";
import { isoInstant } from "../output/verdict-json.ts";

/** The evidence for a clock with its instants as UTC ISO strings; lengths of time stay milliseconds. */
export function evidenceJson(evidence: ClockEvidence | null): Readonly<Record<string, unknown>> | null {
  if (evidence === null) return null;
  const { start, ended, counted, walk, ...rest } = evidence;
  return {
    start: {
      ...start,
      at: isoInstant(start.at),
      recorded: start.recorded === null ? null : isoInstant(start.recorded),
      events: start.events.map(traceJson),
    },
    ended:
      ended === null ? null : { ...ended, at: isoInstant(ended.at), events: ended.events.map(traceJson) },
    counted: counted.map(traceJson),
    ...rest,
    walk: walk.map(({ from, to, ...stretch }) => ({
      from: isoInstant(from),
      to: to === null ? null : isoInstant(to),
      ...stretch,
    })),
  };
}

function traceJson({ event, at, recorded }: EventTrace): Readonly<Record<string, string>> {
  return { event, at: isoInstant(at), recorded: isoInstant(recorded) };
}
