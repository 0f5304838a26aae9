/** A stretch of a line that may begin in a column. */
export interface Cell {
  readonly text: string;
  /** The column that it stands in, its gap there, and its gap where no other line of the table has the column. */
  readonly column: number;
  readonly gap: number;
  readonly alone: number;
}

/** Where a line begins: so many columns in, or that many behind a place in an earlier line. */
export interface Indent {
  readonly columns: number;
  readonly under: { readonly line: number; readonly cell: number } | null;
}

/** A line of the result before its columns are aligned. */
export interface Line {
  readonly indent: Indent;
  /** Empty for a blank line. */
  readonly cells: readonly Cell[];
  /** What stands behind the code. */
  readonly comment: string | null;
  /** Lines of one table are aligned with each other; null for a line that stands for itself. */
  readonly table: number | null;
}

/** The lines of a result as they are written, one below the other. */
export class Page {
  readonly lines: Line[] = [];
  #tables = 0;

  /** @returns the number of a table that has no lines yet */
  newTable(): number {
    return this.#tables++;
  }

  /** @returns the number of the line */
  add(line: Line): number {
    return this.lines.push(line) - 1;
  }

  addText(text: string, indent: Indent, comment: string | null = null): number {
    return this.add({ indent, cells: [{ text, column: 0, gap: 0, alone: 0 }], comment, table: null });
  }

  addBlank(): void {
    this.add({ indent: { columns: 0, under: null }, cells: [], comment: null, table: null });
  }

  /** Puts a comment behind the line written last. */
  addComment(text: string): void {
    const last = this.lines.pop();
    if (last !== undefined) this.lines.push({ ...last, comment: text });
  }
}
