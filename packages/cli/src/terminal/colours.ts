import picocolors from "picocolors";
import { type CliIo, isSet } from "./cli-io.ts";

export type Colours = ReturnType<typeof picocolors.createColors>;

/** Colours for a stream that a person reads, plain text for every other. */
export function coloursFor(io: CliIo, tty: boolean, wanted: boolean): Colours {
  return picocolors.createColors(tty && wanted && !isSet(io, "NO_COLOR"));
}

/** No colours at all. */
export const plain: Colours = picocolors.createColors(false);
