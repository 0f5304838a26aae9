/**
 * Regular expression, for use as a lookahead, of the decimals from `minimum` to `maximum` (both included,
 * exact, null for no bound). It takes for granted that the text is spelled as `decimal-text.ts` says and
 * only decides the range, so that a JSON Schema can hold bounds for numbers that stand in text.
 */
export function decimalRangePattern(minimum: string | null, maximum: string | null): string {
  const lower = minimum === null ? "" : `(?=(?:${atLeast(minimum)})(?![\\d.,]))`;
  const upper = maximum === null ? "" : `(?=(?:${atMost(maximum)})(?![\\d.,]))`;
  return lower + upper;
}

function atLeast(bound: string): string {
  const magnitude = magnitudeOf(bound);
  if (isPositive(bound)) return above(magnitude);
  return `${anyMagnitude}|-(?:${below(magnitude)})`;
}

function atMost(bound: string): string {
  const magnitude = magnitudeOf(bound);
  if (isNegative(bound)) return `-(?:${above(magnitude)})`;
  return `-${anyMagnitude}|${below(magnitude)}`;
}

interface Magnitude {
  /** Digits before the point without leading zeros; empty for zero. */
  readonly whole: string;
  /** Digits after the point without trailing zeros. */
  readonly fraction: string;
}

function magnitudeOf(bound: string): Magnitude {
  const [whole = "", fraction = ""] = bound.replace("-", "").split(".");
  return { whole: whole.replace(/^0+/, ""), fraction: fraction.replace(/0+$/, "") };
}

const isZero = (bound: string) => /^-?[0.]+$/.test(bound);
const isNegative = (bound: string) => bound.startsWith("-") && !isZero(bound);
const isPositive = (bound: string) => !bound.startsWith("-") && !isZero(bound);

// Every digit of the whole part may be followed by the comma of a thousands group.
const anyMagnitude = "[\\d,]+(?:\\.\\d+)?";
const zeros = "(?:0,?)*";
const anyFraction = "(?:\\.\\d+)?";
const digits = (count: string) => `(?:\\d,?){${count}}`;
const literally = (text: string) => [...text].map((digit) => `${digit},?`).join("");

function below({ whole, fraction }: Magnitude): string {
  const exactly = `${zeros}${literally(whole)}${fractionBelow(fraction)}`;
  if (whole === "") return exactly;
  const shorter = `${zeros}${digits(`0,${whole.length - 1}`)}`;
  return `(?:${[shorter, ...smallerOfSameLength(whole)].join("|")})${anyFraction}|${exactly}`;
}

function above({ whole, fraction }: Magnitude): string {
  const longer = `${zeros}[1-9],?${digits(`${whole.length},`)}`;
  const greater = [longer, ...greaterOfSameLength(whole)].join("|");
  return `(?:${greater})${anyFraction}|${zeros}${literally(whole)}${fractionAbove(fraction)}`;
}

function smallerOfSameLength(whole: string): string[] {
  return [...whole].flatMap((digit, index) =>
    digit === "0"
      ? []
      : [
          `${zeros}${literally(whole.slice(0, index))}[0-${Number(digit) - 1}],?${digits(`${whole.length - index - 1}`)}`,
        ],
  );
}

function greaterOfSameLength(whole: string): string[] {
  return [...whole].flatMap((digit, index) =>
    digit === "9"
      ? []
      : [
          `${zeros}${literally(whole.slice(0, index))}[${Number(digit) + 1}-9],?${digits(`${whole.length - index - 1}`)}`,
        ],
  );
}

/** Fractions at or below: fewer digits of the same, a smaller digit somewhere, or the same with zeros after it. */
function fractionBelow(fraction: string): string {
  const cases = [...fraction].flatMap((digit, index) => {
    const same = fraction.slice(0, index);
    const prefix = index === 0 ? [] : [same];
    return digit === "0" ? prefix : [...prefix, `${same}[0-${Number(digit) - 1}]\\d*`];
  });
  return `(?:\\.(?:${[...cases, `${fraction}0*`].join("|")}))?`;
}

function fractionAbove(fraction: string): string {
  if (fraction === "") return anyFraction;
  const cases = [...fraction].flatMap((digit, index) =>
    digit === "9" ? [] : [`${fraction.slice(0, index)}[${Number(digit) + 1}-9]\\d*`],
  );
  return `\\.(?:${[...cases, `${fraction}\\d*`].join("|")})`;
}
