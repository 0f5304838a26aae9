import { createCalendar } from "@entente/engine";

/** The hours that every peer counts: Monday to Friday 09:00 to 17:00 in New York, without its holidays. */
export const TIME_ZONE = "America/New_York";
export const OPENS = 9;
export const CLOSES = 17;
export const FROM = "2022-01-01";
export const TO = "2027-12-31";

/** The federal holidays of the United States on the days on which they are kept, where that is a weekday. */
export const HOLIDAYS: readonly string[] = `
  2022-01-17 2022-02-21 2022-05-30 2022-06-20 2022-07-04 2022-09-05 2022-10-10 2022-11-11 2022-11-24 2022-12-26
  2023-01-02 2023-01-16 2023-02-20 2023-05-29 2023-06-19 2023-07-04 2023-09-04 2023-10-09 2023-11-10 2023-11-23 2023-12-25
  2024-01-01 2024-01-15 2024-02-19 2024-05-27 2024-06-19 2024-07-04 2024-09-02 2024-10-14 2024-11-11 2024-11-28 2024-12-25
  2025-01-01 2025-01-20 2025-02-17 2025-05-26 2025-06-19 2025-07-04 2025-09-01 2025-10-13 2025-11-11 2025-11-27 2025-12-25
  2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-09-07 2026-10-12 2026-11-11 2026-11-26 2026-12-25
  2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-06-18 2027-07-05 2027-09-06 2027-10-11 2027-11-11 2027-11-25 2027-12-24
`
  .trim()
  .split(/\s+/);

const hours = [["09:00", "17:00"]] as const;
export const office = createCalendar({
  timeZone: TIME_ZONE,
  hours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  holidays: HOLIDAYS,
  from: FROM,
  to: TO,
});

/** The openings of the office in order of time. */
export function openings(): readonly { readonly opens: number; readonly closes: number }[] {
  const found: { opens: number; closes: number }[] = [];
  const end = office.horizon.end - 4 * 86_400_000;
  for (let at = office.nextOpening(office.horizon.start); at < end; ) {
    const closes = office.nextClosing(at);
    found.push({ opens: at, closes });
    at = office.nextOpening(closes);
  }
  return found;
}
