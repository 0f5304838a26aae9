const LONGEST = 60;

/** What stands in the data, short enough for a message. */
export function foundInWords(raw: unknown): string {
  if (Array.isArray(raw)) return "a list";
  if (typeof raw === "object" && raw !== null) return "an object";
  const text = JSON.stringify(raw) ?? String(raw);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}… (${text.length} characters)`;
}
