/**
 * Text as a cell of a CSV file. Text that a spreadsheet would run as a formula gets an apostrophe in front, which
 * spreadsheets take as "this is text": names and ids come from outside.
 */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /["\r\n,]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A row of cells; null is an empty cell. Numbers are written as they are. */
export function csvRow(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => (typeof cell === "string" ? csvCell(cell) : (cell ?? ""))).join(",")}\r\n`;
}
