import type { ExpressionOf } from "@entente/ir";

/** A text that a condition looks for inside a field. */
export interface TextPart {
  readonly match: ExpressionOf<"textMatch">["match"];
  readonly text: string;
}

const MOST = 96;

/**
 * Texts as a record can hold them: those that are compared with, some other ones, and ones that begin, end with
 * and contain what is looked for, alone and together.
 */
export function textsFor(constants: readonly string[], parts: readonly TextPart[]): readonly string[] {
  const of = (match: TextPart["match"]) => [
    "",
    ...parts.filter((part) => part.match === match).map(({ text }) => text),
  ];
  const combined = of("startsWith").flatMap((head) =>
    of("endsWith").flatMap((tail) =>
      of("contains").flatMap((middle) => [
        `${head}x${middle === "" ? "" : `${middle}x`}${tail}`,
        `${head}${middle}${tail}`,
      ]),
    ),
  );
  const everything = parts
    .filter(({ match }) => match === "contains")
    .map(({ text }) => text)
    .join(" ");
  const cased = combined.flatMap((text) => [text, text.toUpperCase(), text.toLowerCase()]);
  const all = [...constants, ...others, ...cased.slice(0, MOST), everything];
  return [...new Set(all.map((text) => text.normalize("NFC")))].filter(
    (text) => text !== "" && text === text.trim(),
  );
}

/** Texts that a contract hardly compares with: of five, one is none of four. */
const others = ["other", "another", "some other text", "a text", "zzz"];
