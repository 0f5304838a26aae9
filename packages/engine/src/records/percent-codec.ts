import { type Codec, Rejected } from "./codec.ts";
import { decimalPattern, MAGNITUDE_LIMIT, plainDecimal } from "./decimal-text.ts";

const syntax = new RegExp(`^(${decimalPattern})(?:\\s*%)?$`);

/** Percentages, with or without the sign: `34%`, `34 %` and 34 are all 34. */
export const percentCodec: Codec = {
  expected: "a percentage, such as 34%",
  fromText(text) {
    const [, number] = syntax.exec(text) ?? [];
    return number === undefined ? new Rejected() : Number(plainDecimal(number)) + 0;
  },
  fromJson: (json) =>
    typeof json === "number" && Math.abs(json) < MAGNITUDE_LIMIT ? json + 0 : new Rejected(),
  pattern: () => `${decimalPattern}(?:\\s*%)?`,
  jsonSchemas: [{ type: "number", exclusiveMinimum: -MAGNITUDE_LIMIT, exclusiveMaximum: MAGNITUDE_LIMIT }],
  separators: ";",
};
