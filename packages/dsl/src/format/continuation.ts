import type { Indent } from "./page.ts";
import type { Row } from "./rows.ts";

/** Columns by which what stands in braces is further in than what they belong to. */
export const STEP = 2;

interface Bracket {
  /** Where lines inside of it begin. */
  readonly content: Indent;
  /** Where the line begins that closes it. */
  readonly closer: Indent;
}

/**
 * Where the rows of a clause begin. What stands in brackets that open at the end of a row is one step further in than
 * that row, and what closes them is not; every other row but the first begins at `hang`.
 */
export function indentsOf(rows: readonly Row[], first: Indent, hang: Indent): Indent[] {
  const open: Bracket[] = [];
  return rows.map(({ parts }, index) => {
    const around = open.at(-1);
    const closes = parts[0]?.kind === ")" || parts[0]?.kind === "}";
    const own = index === 0 ? first : ((closes ? around?.closer : around?.content) ?? hang);
    parts.forEach(({ kind }, at) => {
      if (kind === ")" || kind === "}") open.pop();
      if (kind !== "(" && kind !== "{") return;
      const isLast = at === parts.length - 1;
      open.push(isLast ? { content: inside(own), closer: own } : { content: hang, closer: hang });
    });
    return own;
  });
}

function inside({ columns, under }: Indent): Indent {
  return { columns: columns + STEP, under };
}
