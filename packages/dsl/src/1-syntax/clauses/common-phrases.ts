/** Ways of saying that people expect of a contract, and how the language says the same. */
const PHRASES: readonly (readonly [pattern: RegExp, instead: (match: RegExpExecArray) => string])[] = [
  [
    /\b(an?|one|two|three|four|five|six|seven|eight|nine|ten)\s+((?:business\s+)?(?:second|minute|hour|day|week|month|quarter|year)s?)\b/gu,
    ([, count = "", unit = ""]) => `${DIGITS[count] ?? count} ${unit}`,
  ],
  [/\b(once|twice)\b/gu, ([, count]) => `${count === "once" ? 1 : 2} times`],
  [/\b(\d+)\s*x\b/gu, ([, count = ""]) => `${count} times`],
  [
    /\b(\d+)\s*(h|hrs?|m|mins?|d|w|s|secs?)\b/gu,
    ([, count = "", unit = ""]) => `${count} ${UNITS[unit[0] ?? ""]}${count === "1" ? "" : "s"}`,
  ],
  [/\b(?:is\s+)?(?:greater|more|larger|higher|bigger)\s+than\b/gu, () => ">"],
  [/\b(?:is\s+)?(?:less|fewer|lower|smaller)\s+than\b/gu, () => "<"],
  [/\bis\s+at\s+least\b/gu, () => ">="],
  [/\bis\s+at\s+most\b/gu, () => "<="],
];

const DIGITS: Readonly<Record<string, string>> = {
  ...{ a: "1", an: "1", one: "1", two: "2", three: "3", four: "4", five: "5" },
  ...{ six: "6", seven: "7", eight: "8", nine: "9", ten: "10" },
};
const UNITS: Readonly<Record<string, string>> = {
  ...{ s: "second", m: "minute", h: "hour", d: "day", w: "week" },
};

/** How far from a mistake its phrase is looked for. */
const REACH = 60;

/**
 * What to write for a phrase in which, or right behind which, reading stopped; undefined where there is none.
 *
 * @param start offset of the token that could not be read
 * @param end offset behind it
 */
export function insteadOfPhrase(text: string, start: number, end: number): string | undefined {
  const from = Math.max(0, start - REACH);
  const around = text.slice(from, end + REACH);
  for (const [pattern, instead] of PHRASES) {
    for (const match of around.matchAll(pattern)) {
      const at = from + match.index;
      const behind = text.slice(at + match[0].length, start);
      if (at < end && behind.trim() === "") return instead(match);
    }
  }
  return undefined;
}
