import { Command } from "commander";
import { listed } from "../terminal/counted.ts";
import { InvocationError } from "./invocation-error.ts";

const exitCodes = {
  0: "fine",
  1: "it ran, and the answer is no",
  2: "the contract has errors",
  3: "a wrong invocation, or input that cannot be read",
  4: "a bug in sla",
};

/**
 * What a command's help ends with: examples and exit codes.
 *
 * @param answers what the exit codes 0 and 1 mean for this command, where that can be said more precisely;
 *   null where a command never ends so
 */
export function afterHelp(
  examples: readonly string[],
  note = "",
  answers: Partial<Record<keyof typeof exitCodes, string | null>> = {},
): string {
  const codes = Object.entries({ ...exitCodes, ...answers }).flatMap(([code, text]) =>
    text === null ? [] : [`  ${code}  ${text}`],
  );
  return [
    "",
    "Examples:",
    ...examples.map((example) => `  $ ${example}`),
    "",
    "Exit codes:",
    ...codes,
    ...(note === "" ? [] : ["", note]),
  ].join("\n");
}

/** `sla help [command]`: the help of the program or of one of its commands. */
export function declareHelp(program: Command): Command {
  return new Command("help")
    .description("print help on a command")
    .argument("[command]", "the command")
    .action((name: string | undefined) => {
      const command = name === undefined ? program : program.commands.find((each) => each.name() === name);
      if (command !== undefined) return command.outputHelp();
      const names = program.commands.map((each) => each.name()).filter((each) => each !== "help");
      throw new InvocationError(`there is no command '${name}'; there are ${listed(names)}`);
    });
}
