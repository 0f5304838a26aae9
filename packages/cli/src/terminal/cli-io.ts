import type { Readable, Writable } from "node:stream";

/** Everything of the outside that a command may touch. */
export interface CliIo {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** Whether a person reads stdout. */
  readonly isTTY: boolean;
  /** Whether a person reads stderr; as `isTTY` where absent. */
  readonly stderrIsTTY?: boolean;
  /** The present instant, epoch milliseconds. */
  readonly now: () => number;
  /** Width of the terminal in columns. */
  readonly columns: number;
  /** `NO_COLOR` switches colours off, `SLA_DEBUG` shows the stack of a bug. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Whether a person watches stderr, where progress is shown. */
export function watched(io: CliIo): boolean {
  return io.stderrIsTTY ?? io.isTTY;
}

/** Whether an environment variable is set to anything but the empty text. */
export function isSet(io: CliIo, name: string): boolean {
  return (io.environment?.[name] ?? "") !== "";
}
