/** One row of a table whose last columns are *agreed*, *what happens* and *outcome*. */
export interface Example {
  readonly title: string;
  /** The calendar that the row is about, where the table's first column is *calendar*. */
  readonly calendar: string | null;
  /** The text of the promise: the body of a commitment, or all of it from `for` on. */
  readonly agreed: string;
  readonly happens: readonly string[];
  readonly outcome: readonly string[];
}

/** The examples of a page's tables by the heading they stand under. Throws where a cell is empty or one is missing. */
export function examplesOf(page: string): ReadonlyMap<string, readonly Example[]> {
  const examples = new Map<string, Example[]>();
  let heading = "";
  let header: readonly string[] | null = null;
  for (const line of page.split("\n")) {
    if (line.startsWith("## ")) heading = line.slice(3);
    if (!line.startsWith("|")) {
      header = null;
      continue;
    }
    const cells = line.slice(1, -1).split("|").map(plain);
    if (header === null) header = cells;
    else if (!/^[-|]+$/.test(line)) {
      examples.set(heading, [...(examples.get(heading) ?? []), exampleOf(header, cells, line)]);
    }
  }
  return examples;
}

const EXECUTED = ["agreed", "what happens", "outcome"];

function exampleOf(header: readonly string[], cells: readonly string[], line: string): Example {
  if (header.slice(-3).join() !== EXECUTED.join()) throw new Error(`a row without an example: ${line}`);
  if (cells.length !== header.length || cells.includes("")) throw new Error(`a cell is missing: ${line}`);
  const [title = "", , agreed = "", happens = "", outcome = ""] = cells;
  return {
    title,
    calendar: header[0] === "calendar" ? title : null,
    agreed,
    happens: clauses(happens),
    outcome: clauses(outcome),
  };
}

function plain(cell: string): string {
  const text = cell.trim();
  return /^`[^`]*`$/.test(text) ? text.slice(1, -1) : text;
}

function clauses(text: string): string[] {
  return text.split(";").map((clause) => clause.trim());
}

/** The fenced blocks of a language on a page, in order. */
export function blocksOf(page: string, language: string): readonly string[] {
  return [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, text]) =>
    name === language && text !== undefined ? [text] : [],
  );
}
