const DAY = 86_400_000;

/** Nominal lengths of units, in milliseconds: good enough to look on both sides of. */
const units: Readonly<Record<string, number>> = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  quarter: 91 * DAY,
  year: 365 * DAY,
};

function matches(parts: unknown, pattern: RegExp): readonly (readonly string[])[] {
  return [...(JSON.stringify(parts) ?? "").matchAll(pattern)].map((match) => [...match]);
}

/** The dates that only one of two parts of policies names, then the others. */
export function datesNamed(before: unknown, after: unknown): readonly string[] {
  const [one, other] = [before, after].map(
    (part) => new Set(matches(part, /\d{4}-\d{2}-\d{2}/g).map(([date = ""]) => date)),
  );
  const all = [...new Set([...(one ?? []), ...(other ?? [])])];
  const shared = (date: string): boolean => one?.has(date) === other?.has(date);
  return [...all.filter((date) => !shared(date)), ...all.filter(shared)];
}

/** Half an hour on both sides of every opening, closing and time of day that some parts name, in minutes. */
export function minutesNamed(parts: unknown): readonly number[] {
  return matches(parts, /"(?:opens|closes|minute)":(\d+)/g)
    .map(([, minute]) => Number(minute))
    .flatMap((minute) => [minute + 30, Math.max(0, minute - 30)]);
}

/** Small whole numbers that some parts name, such as a number of times. */
export function countsNamed(parts: unknown): readonly number[] {
  const found = matches(parts, /"kind":"number","value":"(\d+)"/g).map(([, value]) => Number(value));
  return [...new Set(found)].filter((count) => count > 1 && count <= 60);
}

/** Half an hour on both sides of every length of time that some parts name, and the length itself, in milliseconds. */
export function waitsNamed(parts: unknown): readonly number[] {
  const found = matches(parts, /"amount":([\d.]+),"unit":"(\w+)"/g).map(
    ([, amount, unit = ""]) => Number(amount) * (units[unit] ?? 0),
  );
  const around = [...new Set(found)].flatMap((length) => [length, length - 1_800_000, length + 1_800_000]);
  return around.filter((length) => length > 0);
}
