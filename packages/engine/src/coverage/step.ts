import { type Expression, type FieldType, type Literal, minorDigits, type Score } from "@entente/ir";
import type { Scope } from "../plan/scope.ts";

/** How far apart the values of a number lie, and the ends beyond which there are none. */
export interface Spacing {
  readonly step: number;
  readonly minimum: number;
  readonly maximum: number;
}

const anywhere = { minimum: Number.NEGATIVE_INFINITY, maximum: Number.POSITIVE_INFINITY };

/**
 * The spacing of what is compared with a literal: 1 for whole numbers and counts, the unit of the literal's last
 * digit for others, whole units of the currency for an amount in whole units, for a score what its lines have
 * in common. Null for what is not a number.
 */
export function spacingOf(scope: Scope, subject: Expression, literal: Literal): Spacing | null {
  if (literal.kind === "money") return { step: moneyStep(literal.minor, literal.currency), ...anywhere };
  if (literal.kind !== "number" && literal.kind !== "percent") return null;
  const written = 10 ** -(literal.value.split(".")[1]?.length ?? 0);
  if (subject.kind === "count") return { step: 1, minimum: 0, maximum: Number.POSITIVE_INFINITY };
  if (subject.kind === "score") {
    const score = scope.policy.scores.find(({ name }) => name === subject.name);
    return score === undefined ? null : spacingOfScore(score, written);
  }
  const type = typeOf(scope, subject);
  if (type?.kind !== "integer" && type?.kind !== "number") return { step: written, ...anywhere };
  return {
    step: type.kind === "integer" ? 1 : written,
    minimum: type.minimum === null ? anywhere.minimum : Number(type.minimum),
    maximum: type.maximum === null ? anywhere.maximum : Number(type.maximum),
  };
}

function moneyStep(minor: number, currency: string): number {
  const unit = 10 ** minorDigits(currency);
  return minor % unit === 0 ? unit : 1;
}

function typeOf({ policy }: Scope, subject: Expression): FieldType | undefined {
  if (subject.kind === "field") return policy.lead.fields.find(({ name }) => name === subject.name)?.type;
  if (subject.kind !== "occurrenceAttribute") return undefined;
  const event = policy.events.find(({ name }) => name === subject.event);
  return event?.attributes.find(({ name }) => name === subject.attribute)?.type;
}

/** The greatest number of points of which every line, cap and bound is a multiple. */
function spacingOfScore(score: Score, written: number): Spacing {
  const texts = [
    ...score.lines.flatMap(({ points, cap }) => [points, cap]),
    score.fades?.points ?? null,
    score.minimum,
    score.maximum,
  ];
  const points = texts.filter((text) => text !== null).map(Number);
  const whole = points.every(Number.isSafeInteger) && score.resets === null;
  return {
    step: whole ? points.map(Math.abs).reduce(greatestCommonDivisor, 0) || 1 : written,
    minimum: score.minimum === null ? anywhere.minimum : Number(score.minimum),
    maximum: score.maximum === null ? anywhere.maximum : Number(score.maximum),
  };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
