export { runCli } from "./commands/run-cli.ts";
export type { CliIo } from "./terminal/cli-io.ts";
