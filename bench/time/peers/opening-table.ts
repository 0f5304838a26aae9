import { openings } from "./office.ts";

/** The openings in order, with the open time before each. */
export interface OpeningTable {
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  readonly before: Float64Array;
}

export function openingTable(): OpeningTable {
  const stretches = openings();
  const before = new Float64Array(stretches.length);
  let total = 0;
  for (const [i, { opens, closes }] of stretches.entries()) {
    before[i] = total;
    total += closes - opens;
  }
  return {
    opens: Float64Array.from(stretches, ({ opens }) => opens),
    closes: Float64Array.from(stretches, ({ closes }) => closes),
    before,
  };
}
