const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A length of time (milliseconds) for people: `3 h 12 min`, `38.5 days`, `less than a minute`. */
export function lengthWords(ms: number): string {
  const size = Math.abs(ms);
  const sign = ms < 0 ? "−" : "";
  if (size >= 2 * day) return `${sign}${Math.round((size / day) * 10) / 10} days`;
  const minutes = Math.round(size / minute);
  if (minutes === 0) return "less than a minute";
  const parts = [
    minutes >= 60 ? `${Math.floor(minutes / 60)} h` : "",
    minutes % 60 > 0 ? `${minutes % 60} min` : "",
  ];
  return `${sign}${parts.filter((part) => part !== "").join(" ")}`;
}

/** Time past a deadline: business time where there is a calendar, else elapsed time. Milliseconds. */
export function pastWords(past: { readonly elapsedMs: number; readonly businessMs: number | null }): string {
  return past.businessMs === null ? lengthWords(past.elapsedMs) : openWords(past.businessMs);
}

/** Open time (milliseconds) in hours, since a day of it means nothing without its hours: `31 h 5 min of business time`. */
export function openWords(ms: number): string {
  const minutes = Math.floor(ms / minute);
  if (minutes === 0) return "less than a minute";
  const hours = Math.floor(minutes / 60);
  const parts = [
    hours > 0 ? `${hours.toLocaleString("en-US")} h` : "",
    hours < 100 && minutes % 60 > 0 ? `${minutes % 60} min` : "",
  ];
  return `${parts.filter((part) => part !== "").join(" ")} of business time`;
}
