import type { AgreementVerdict, MeetingVerdict } from "@entente/engine";

/** How often a meeting of the agreement was held. */
export interface MeetingRecord {
  readonly meeting: string;
  /** Held, and written down in its period. */
  readonly held: number;
  /** Held, but written down only afterwards. */
  readonly late: number;
  readonly missed: number;
}

/**
 * Whether anything is attested of the agreement itself. Where nothing is, nobody keeps such a record, and to call every
 * meeting missed would say more than is known.
 */
export function isAttested({ clocks, meetings, reviews }: AgreementVerdict): boolean {
  return (
    clocks.some(({ done }) => done !== null) ||
    meetings.some(({ held }) => held !== null) ||
    reviews.some(({ held }) => held !== null)
  );
}

/** The periods of each meeting by what became of them; one that runs counts nowhere. */
export function meetingRecords(meetings: readonly MeetingVerdict[]): readonly MeetingRecord[] {
  const byMeeting = Map.groupBy(meetings, ({ meeting }) => meeting);
  return [...byMeeting].map(([meeting, periods]) => {
    const count = (status: MeetingVerdict["status"]): number =>
      periods.filter((period) => period.status === status).length;
    return { meeting, held: count("held"), late: count("late"), missed: count("missed") };
  });
}
