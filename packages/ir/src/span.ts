import { z } from "zod";

/**
 * A stretch of a source file.
 *
 * `start` and `end` are offsets in UTF-16 units of the NFC-normalised text (`end` exclusive);
 * `line` and `column` are those of `start`, both counted from 1.
 */
export const Span = z.object({
  file: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  line: z.int().positive(),
  column: z.int().positive(),
});
export type Span = z.infer<typeof Span>;
