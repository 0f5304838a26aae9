const written = /^(\d{2})\/(\d{2})\/(\d{4}) (\d{2}):(\d{2}):(\d{2}) ([AP])M$/;

/** `01/02/2015 01:30:55 PM` (month first) as `2015-01-02T13:30:55`; null where the text is written in another way. */
export function isoLocal(text: string): string | null {
  const [, month, day, year, hour = "", minute, second, half] = written.exec(text) ?? [];
  const onTheDial = Number(hour);
  if (month === undefined || onTheDial < 1 || onTheDial > 12) return null;
  const hours = (onTheDial % 12) + (half === "P" ? 12 : 0);
  return `${year}-${month}-${day}T${String(hours).padStart(2, "0")}:${minute}:${second}`;
}
