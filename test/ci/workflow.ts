import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { projectFolder, readYaml } from "./read-yaml.ts";

const Step = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  shell: z.literal("bash").optional(),
  env: z.record(z.string(), z.string()).optional(),
  run: z.string().optional(),
});

const Action = z.strictObject({
  name: z.string(),
  description: z.string().max(125),
  branding: z.strictObject({ icon: z.string(), color: z.string() }),
  inputs: z.record(
    z.string(),
    z.strictObject({
      description: z.string(),
      required: z.boolean().optional(),
      default: z.string().optional(),
    }),
  ),
  outputs: z.record(z.string(), z.strictObject({ description: z.string(), value: z.string() })),
  runs: z.strictObject({ using: z.literal("composite"), steps: z.array(Step) }),
});

/** The project's action, in the shape that GitHub asks of a composite one. */
export const action = Action.parse(readYaml("action.yml"));

export interface StepOutcome {
  readonly name: string;
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a job with the action leaves behind. */
export interface Job {
  readonly steps: readonly StepOutcome[];
  readonly summary: string;
  readonly outputs: string;
}

export interface RunOptions {
  /** The base branch of the pull request; none outside of one. */
  readonly baseRef?: string;
  /** Names of steps that are not run. */
  readonly leftOut?: readonly string[];
}

/**
 * Runs the shell steps of the action in a folder as GitHub's runner does: the expressions of `env` filled in, the files of
 * the runner in place, `bash -eo pipefail`, what a step adds to the path given to the next.
 *
 * @param temp an empty folder for the runner's own files
 */
export function runAction(
  folder: string,
  temp: string,
  inputs: Readonly<Record<string, string>>,
  { baseRef = "", leftOut = [] }: RunOptions = {},
): Job {
  mkdirSync(temp, { recursive: true });
  const file = (name: string) => {
    const path = join(temp, name);
    writeFileSync(path, "");
    return path;
  };
  const files = {
    GITHUB_STEP_SUMMARY: file("summary"),
    GITHUB_OUTPUT: file("output"),
    GITHUB_PATH: file("path"),
  };
  const steps: StepOutcome[] = [];
  for (const step of action.runs.steps) {
    if (step.run === undefined || leftOut.includes(step.name ?? "")) continue;
    const failedSetup = steps[0] !== undefined && steps[0].code !== 0;
    if (
      step.if !== undefined &&
      (failedSetup || (step.if.includes("inputs.against") && inputs.against === "none"))
    )
      continue;
    const script = join(temp, "step.sh");
    writeFileSync(script, step.run);
    const env = Object.entries(step.env ?? {}).map(([name, value]) => [
      name,
      filledIn(value, inputs, temp, baseRef),
    ]);
    const added = readFileSync(files.GITHUB_PATH, "utf8").trim().split("\n").filter(Boolean);
    const { status, stdout, stderr } = spawnSync(
      "bash",
      ["--noprofile", "--norc", "-eo", "pipefail", script],
      {
        cwd: folder,
        encoding: "utf8",
        env: {
          ...Object.fromEntries(env),
          ...files,
          HOME: temp,
          GITHUB_WORKSPACE: folder,
          PATH: [...added, process.env.PATH ?? ""].join(":"),
        },
      },
    );
    steps.push({ name: step.name ?? "", code: status ?? -1, stdout, stderr });
  }
  return {
    steps,
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, "utf8"),
    outputs: existsSync(files.GITHUB_OUTPUT) ? readFileSync(files.GITHUB_OUTPUT, "utf8") : "",
  };
}

/** The expressions that the action uses, and no others. */
function filledIn(
  value: string,
  inputs: Readonly<Record<string, string>>,
  temp: string,
  baseRef: string,
): string {
  const input = (name: string) => inputs[name] ?? action.inputs[name]?.default ?? "";
  return value.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
    if (expression === "github.action_path") return projectFolder.replace(/\/$/, "");
    if (expression === "runner.temp") return temp;
    if (expression === "inputs.against || github.base_ref") return input("against") || baseRef;
    const [, name] = /^inputs\.([a-z-]+)$/.exec(expression) ?? [];
    if (name === undefined || action.inputs[name] === undefined)
      throw new Error(`the action uses an expression that this test does not know: ${expression}`);
    return input(name);
  });
}
