import { counted } from "../terminal/counted.ts";
import { plainLines } from "../terminal/printable.ts";
import type { CiFinding, CiLevel, CiReport } from "./ci-findings.ts";

/** GitHub shows so many annotations of one level for a step, and drops the others without a word. */
const SHOWN_OF_A_LEVEL = 10;
/** GitHub cuts a longer message off. */
const LONGEST_MESSAGE = 4000;

const commands = { error: "error", warning: "warning", note: "notice" } as const;
const levels: readonly CiLevel[] = ["error", "warning", "note"];

/**
 * The findings as the workflow commands of GitHub Actions, which become annotations on the lines of a pull request.
 * What GitHub would not show is listed below them in the log, and counted in a notice. The last line sums up.
 */
export function githubReport({ groups, notes, summary }: CiReport): string {
  const findings = groups.flatMap((group) => group.findings);
  const annotations: string[] = [];
  const rest: CiFinding[] = [];
  for (const level of levels) {
    const own = findings.filter((finding) => finding.level === level);
    const most = level === "note" ? SHOWN_OF_A_LEVEL - 1 : SHOWN_OF_A_LEVEL;
    annotations.push(...own.slice(0, most).map(annotation));
    rest.push(...own.slice(most));
  }
  const more = rest.length === 0 ? [] : [tooMany(rest.length)];
  return [...annotations, ...more, ...rest.map(logLine), ...notes.map(inert), inert(summary), ""].join("\n");
}

function annotation({ level, id, message, help, region }: CiFinding): string {
  const { file, line, column, endLine, endColumn } = region;
  // Columns are taken only where the stretch is on one line.
  const columns = line === endLine ? { col: column, endColumn: Math.max(column, endColumn - 1) } : {};
  const properties = { file, line, endLine, ...columns, title: id };
  const text = help === null ? message : `${message}\n${help}`;
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${commands[level]} ${written.join(",")}::${data(shortened(text))}`;
}

function tooMany(count: number): string {
  const are = count === 1 ? "finding is" : "findings are";
  return `::notice title=sla::${count} more ${are} in the log of this step: GitHub shows ${counted(SHOWN_OF_A_LEVEL, "annotation")} of a kind`;
}

function logLine({ level, id, message, region }: CiFinding): string {
  return inert(`${level}[${id}] ${region.file}:${region.line}:${region.column}: ${message}`);
}

/** Text behind the second `::` of a command. */
function data(text: string): string {
  return escaped(plainLines(text));
}

/** The value of a property of a command. */
function property(text: string): string {
  return escaped(plainLines(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function shortened(text: string): string {
  return text.length <= LONGEST_MESSAGE ? text : `${text.slice(0, LONGEST_MESSAGE - 1).toWellFormed()}…`;
}

/** One line of the log that no runner takes for a command, whatever stands in it. */
function inert(text: string): string {
  return plainLines(text)
    .replaceAll("\n", " ")
    .replace(/^\s*::/, ": :")
    .replaceAll("##[", "# #[");
}
