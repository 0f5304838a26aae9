import type { ExitCode } from "../exit-code.ts";
import type { FrameStyle } from "../reporters/code-frame.ts";
import { type CliIo, watched } from "../terminal/cli-io.ts";
import { type Colours, coloursFor } from "../terminal/colours.ts";

const narrowest = 40;

/** One invocation of `sla`: what it may touch, how its output looks, and what came of it. */
export interface Session {
  readonly io: CliIo;
  /** Colours for stdout and stderr, each as its reader can show them. */
  readonly colours: () => { readonly out: Colours; readonly err: Colours };
  /** What findings on stdout or stderr are drawn with. */
  readonly frameStyle: (stream: "out" | "err") => FrameStyle;
  /** Says what the exit code is to be. */
  readonly finish: (code: ExitCode) => void;
}

/**
 * @param colourWanted asked when output is written: false after `--no-color`
 * @param finish takes the exit code of the command that ran
 */
export function createSession(
  io: CliIo,
  colourWanted: () => boolean,
  finish: (code: ExitCode) => void,
): Session {
  const colours = () => ({
    out: coloursFor(io, io.isTTY, colourWanted()),
    err: coloursFor(io, watched(io), colourWanted()),
  });
  return {
    io,
    colours,
    frameStyle: (stream) => ({
      colours: colours()[stream],
      columns: (stream === "out" ? io.isTTY : watched(io)) ? Math.max(narrowest, io.columns) : 120,
    }),
    finish,
  };
}
