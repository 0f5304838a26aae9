/**
 * Writes docs/expressiveness.md: how the clauses of published agreements are expressed in the contracts of
 * examples/published. Run it from anywhere: `node scripts/expressiveness.ts`.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
export const PUBLISHED = join(ROOT, "examples", "published");
export const PAGE = join(ROOT, "docs", "expressiveness.md");

export type Manner = "exact" | "prose" | "none";

/** How one clause is expressed, and where: `line` counts from 1. For `none` it is the line that gives the reason. */
export interface Mark {
  readonly id: string;
  readonly manner: Manner;
  readonly file: string;
  readonly line: number;
  /** A reservation, or for `none` what is missing; empty without one. */
  readonly remark: string;
}
export interface Clause {
  readonly id: string;
  readonly measurable: boolean;
}

const MARK = /# clause: (?<id>\S+) (?<manner>exact|prose)(?:, (?<remark>.*))?\s*$/u;

/** The marks of a contract. A mark on a line of its own is about the next line that is no comment. */
export function marksOf(file: string, text: string): Mark[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    if (!line.includes("# clause:")) return [];
    const { id, manner, remark = "" } = MARK.exec(line)?.groups ?? {};
    const where = line.trimStart().startsWith("#") ? nextStatement(lines, index) : index;
    if (id === undefined || where === -1)
      throw new Error(`${file}:${index + 1}: a mark that cannot be read, or about nothing`);
    return [{ id, manner: manner === "exact" ? "exact" : "prose", file, line: where + 1, remark } as const];
  });
}

function nextStatement(lines: readonly string[], from: number): number {
  return lines.findIndex((line, index) => index > from && /^\s*[^\s#]/u.test(line));
}

/** The lines of a table file that are neither empty nor comments, each with its number. */
function entries(file: string): { readonly text: string; readonly line: number }[] {
  return readFileSync(join(PUBLISHED, file), "utf8")
    .split("\n")
    .map((text, index) => ({ text: text.trim(), line: index + 1 }))
    .filter(({ text }) => text !== "" && !text.startsWith("#"));
}

export function contractFiles(): string[] {
  return readdirSync(PUBLISHED)
    .filter((name) => name.endsWith(".sla"))
    .sort();
}

/** Every mark of every contract, and the clauses that could not be written. */
export function readMarks(): Mark[] {
  const file = "not-expressed.txt";
  const missing = entries(file).map(({ text, line }): Mark => {
    const [id = "", remark = ""] = text.split(/:\s*(.*)/u);
    return { id, manner: "none", file, line, remark };
  });
  const marks = contractFiles().flatMap((name) => marksOf(name, readFileSync(join(PUBLISHED, name), "utf8")));
  return [...marks, ...missing];
}

/** All clauses, in the order of the page. */
export function readClauses(): Clause[] {
  const file = "measurable.txt";
  return entries(file).map(({ text, line }) => {
    const [, id, answer] = /^(\S+) (yes|no)$/u.exec(text) ?? [];
    if (id === undefined) throw new Error(`${file}:${line}: expected an id, and yes or no`);
    return { id, measurable: answer === "yes" };
  });
}

const WORDS: Readonly<Record<Manner, string>> = {
  exact: "exactly",
  prose: "as prose",
  none: "not at all",
};

/** The page, from clauses of which each has exactly one mark. */
export function renderPage(clauses: readonly Clause[], marks: readonly Mark[]): string {
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  const marked = clauses.map((clause) => {
    const mark = byId.get(clause.id);
    if (mark === undefined) throw new Error(`nothing says how ${clause.id} is expressed`);
    return { ...mark, measurable: clause.measurable };
  });
  const reserved = marked.filter(({ manner, remark }) => manner === "exact" && remark !== "");
  return `${[
    "# How much of published agreements the language expresses",
    "",
    "Written by `node scripts/expressiveness.ts` from the marks in [examples/published](../examples/published/README.md).",
    "",
    "A clause is expressed *exactly* where the machine evaluates or carries every number in it; *as prose* where it stands in",
    "the contract for people only. A clause is *measurable* if it binds somebody to a figure, a deadline, a period or a condition",
    "that records can decide, or fixes what is measured.",
    "",
    "| clauses | number | exactly | as prose | not at all |",
    "|---|---|---|---|---|",
    summaryRow("all", marked),
    summaryRow(
      "measurable",
      marked.filter(({ measurable }) => measurable),
    ),
    "",
    `Of those expressed exactly, ${reserved.length} have a remark: on a fact that the record must bring, or on what is left open.`,
    "",
    "| clause | measurable | expressed | where | remark |",
    "|---|---|---|---|---|",
    ...marked.map(clauseRow),
  ].join("\n")}\n`;
}

function summaryRow(name: string, marks: readonly Mark[]): string {
  const share = (manner: Manner): string => {
    const count = marks.filter((mark) => mark.manner === manner).length;
    return `${count} (${((100 * count) / marks.length).toFixed(1)}%)`;
  };
  return `| ${name} | ${marks.length} | ${share("exact")} | ${share("prose")} | ${share("none")} |`;
}

function clauseRow({ id, measurable, manner, file, line, remark }: Mark & Clause): string {
  const where = `[${file}:${line}](../examples/published/${file}#L${line})`;
  return `| ${id} | ${measurable ? "yes" : "no"} | ${WORDS[manner]} | ${where} | ${remark} |`;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(PAGE, renderPage(readClauses(), readMarks()));
}
