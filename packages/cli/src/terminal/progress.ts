import { type CliIo, watched } from "./cli-io.ts";

const interval = 5000;

/** Tells a person how far a long piece of work has come. */
export interface Progress {
  /** One more piece is done. */
  readonly step: () => void;
  /** Takes the line away again. */
  readonly clear: () => void;
}

const silent: Progress = { step: () => {}, clear: () => {} };

/** A line on stderr that counts rows, rewritten every few thousand: only on a terminal, and never kept. */
export function progressOn(io: CliIo, noun: string, quiet: boolean): Progress {
  if (quiet || !watched(io)) return silent;
  let count = 0;
  let shown = false;
  return {
    step: () => {
      count += 1;
      if (count % interval !== 0) return;
      shown = true;
      io.stderr.write(`\r\u001b[K${count.toLocaleString("en-US")} ${noun} so far`);
    },
    clear: () => {
      if (shown) io.stderr.write("\r\u001b[K");
      shown = false;
    },
  };
}
