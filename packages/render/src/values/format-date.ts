/**
 * A calendar date in the long form of a language.
 *
 * @param date `YYYY-MM-DD`
 */
export function formatDate(locale: string, date: string): string {
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at)) return date;
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(at);
}

/** The name of a day of the week; 1 is Monday, 7 is Sunday. */
export function weekdayName(locale: string, day: number): string {
  // 2024-01-01 was a Monday.
  return new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(Date.UTC(2024, 0, day));
}

/** `HH:MM` of a minute after midnight, up to and including 24:00. */
export function clockTime(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
