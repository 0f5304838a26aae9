/** The header of a table. */
export interface CsvHeader {
  readonly width: number;
  readonly issues: readonly string[];
  /** A row as an object whose own properties are its cells, whatever the columns are called. */
  recordOf(cells: readonly string[]): Readonly<Record<string, string>>;
}

/** Reads a header: names without surrounding white space, in NFC. Columns without a name are not read. */
export function readHeader(cells: readonly string[]): CsvHeader {
  const names = cells.map((cell) => cell.trim().normalize("NFC"));
  const twice = new Set(names.filter((name, index) => name !== "" && names.indexOf(name) !== index));
  const columns = names.flatMap((name, index) => (name === "" || twice.has(name) ? [] : [{ name, index }]));
  return {
    width: names.length,
    issues: [...twice].map((name) => describeTwice(name, names)),
    recordOf(row) {
      const record: Record<string, string> = {};
      for (const { name, index } of columns) setOwn(record, name, row[index] ?? "");
      return record;
    },
  };
}

/** Assigning to `__proto__` would change the prototype. Rows made by assignment share a shape, which is fast. */
function setOwn(record: Record<string, string>, name: string, value: string): void {
  if (name !== "__proto__") record[name] = value;
  else Object.defineProperty(record, name, { value, enumerable: true, writable: true, configurable: true });
}

function describeTwice(name: string, names: readonly string[]): string {
  const places = names.flatMap((other, index) => (other === name ? [index + 1] : []));
  return `expected each column once, found ${JSON.stringify(name)} as columns ${places.join(" and ")}; none of them is read: rename or remove one`;
}
