import type { Clock, Reject, Verdict } from "./run-sla.ts";

/** A promise to one lead that was kept late or not at all. */
export interface Miss {
  readonly lead: string;
  readonly clock: Clock;
}

/** How often a promise was due, and what became of it. */
export interface Count {
  readonly met: number;
  readonly misses: readonly Miss[];
}

const nothing: Count = { met: 0, misses: [] };

/** Counts the settled clocks of one commitment: by `group`, in the order of the groups' names. */
export function countBy(
  verdicts: readonly Verdict[],
  commitment: string,
  group: (clock: Clock) => string,
): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>();
  for (const { lead, clocks } of verdicts) {
    for (const clock of clocks.filter((one) => one.commitment === commitment)) {
      const { met, misses } = counts.get(group(clock)) ?? nothing;
      if (clock.status === "met") counts.set(group(clock), { met: met + 1, misses });
      else if (clock.overshoot !== undefined)
        counts.set(group(clock), { met, misses: [...misses, { lead, clock }] });
    }
  }
  return new Map([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** All the settled clocks of one commitment. */
export function count(verdicts: readonly Verdict[], commitment: string): Count {
  return countBy(verdicts, commitment, () => "").get("") ?? nothing;
}

/** Worst first: by business time, then by elapsed time. */
export function worstFirst(misses: readonly Miss[]): readonly Miss[] {
  const business = ({ clock }: Miss) => clock.overshoot?.businessMs ?? 0;
  const elapsed = ({ clock }: Miss) => clock.overshoot?.elapsedMs ?? 0;
  return misses.toSorted((a, b) => business(b) - business(a) || elapsed(b) - elapsed(a));
}

/** How many clocks of one commitment run, and how many of these are past the share of the time that warns. */
export function open(
  verdicts: readonly Verdict[],
  commitment: string,
): { readonly open: number; readonly atRisk: number } {
  const clocks = verdicts.flatMap((verdict) => verdict.clocks.filter((one) => one.commitment === commitment));
  const atRisk = clocks.filter(({ status }) => status === "at_risk").length;
  return { open: atRisk + clocks.filter(({ status }) => status === "running").length, atRisk };
}

/** How many leads are at each stage; those at none under null. */
export function byStage(
  verdicts: readonly Verdict[],
  stages: readonly string[],
): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>(stages.map((stage) => [stage, 0]));
  for (const { stage } of verdicts) counts.set(stage, (counts.get(stage) ?? 0) + 1);
  return counts;
}

/** `leads.csv: 18 rows (source 6, number of cells 3)` for each file with rows that could not be read. */
export function rejectedRows(rejects: readonly Reject[]): readonly string[] {
  const files = Map.groupBy(rejects, ({ file }) => file.replace(/^.*[/\\]/, ""));
  return [...files].map(([file, issues]) => {
    const rows = new Set(issues.map(({ line }) => line)).size;
    const fields = Map.groupBy(issues, ({ field }) => field ?? "number of cells");
    const words = [...fields].map(([field, found]) => `${field} ${found.length}`);
    return `${file}: ${rows} rows (${words.join(", ")})`;
  });
}
