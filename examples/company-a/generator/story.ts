/** The year in numbers: what a head of sales would tell about it. */

/** A month of the year; index 0 is January 2020. */
export interface Month {
  readonly leads: number;
  /** Share of first contacts that come after their hour, before the rep's own habits. */
  readonly late: number;
}

export const months: readonly Month[] = [
  { leads: 122, late: 0.05 },
  { leads: 118, late: 0.04 },
  { leads: 112, late: 0.12 }, // everybody moves home
  { leads: 104, late: 0.16 },
  { leads: 114, late: 0.08 },
  { leads: 128, late: 0.05 },
  { leads: 120, late: 0.05 },
  { leads: 118, late: 0.09 }, // holidays
  { leads: 138, late: 0.04 },
  { leads: 146, late: 0.04 },
  { leads: 150, late: 0.1 }, // more leads than the team can call
  { leads: 136, late: 0.06 },
];

export interface Rep {
  /** Share of the leads, relative to the others. */
  readonly leads: number;
  /** How many times as often as the month's rate the rep is late. */
  readonly late: number;
}

export const reps = {
  "rep-01": { leads: 1.1, late: 0.5 },
  "rep-02": { leads: 1, late: 0.8 },
  "rep-03": { leads: 1, late: 0.7 },
  "rep-04": { leads: 0.9, late: 4.2 },
  "rep-05": { leads: 1, late: 0.6 },
  "rep-06": { leads: 0.8, late: 0.9 },
} satisfies Readonly<Record<string, Rep>>;

export type RepId = keyof typeof reps;

export const sources = { referral: 0.36, web: 0.46, webinar: 0.1, content: 0.08 };
export type Source = keyof typeof sources;

/** How many ask to be called, and how many of those who are called get a proposal. */
export const interest: Readonly<
  Record<Source, { readonly wantsContact: number; readonly proposal: number }>
> = {
  referral: { wantsContact: 0.93, proposal: 0.58 },
  web: { wantsContact: 0.92, proposal: 0.45 },
  webinar: { wantsContact: 0.2, proposal: 0.2 },
  content: { wantsContact: 0.18, proposal: 0.2 },
};

/** Sunday to Saturday. */
export const weekdays: readonly number[] = [0.22, 1.1, 1.25, 1.2, 1.1, 0.9, 0.28];
export const holidayShare = 0.3;

/** Midnight to 23 o'clock: quiet nights, a busy late morning, a second peak after lunch, some in the evening. */
export const hours: readonly number[] = [
  2, 1, 1, 1, 1, 2, 4, 10, 25, 48, 62, 60, 44, 50, 58, 54, 46, 34, 24, 20, 18, 14, 9, 5,
];

/** Share of proposals that are won, and the median days until then, by the month of the proposal. */
export function closing(month: number): { readonly rate: number; readonly days: number } {
  const year = Math.max(0, Math.min(11, month)) / 11;
  return { rate: 0.25 + 0.24 * year, days: 43 - 10 * year };
}

/** Deals of $28,000 and more, half of them below $64,000, in whole hundreds. */
export const deal = { least: 28_000, median: 36_000, spread: 0.7 };
