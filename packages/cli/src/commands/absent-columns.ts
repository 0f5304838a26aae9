import { nearest, type Policy } from "@entente/ir";
import { printable } from "../terminal/printable.ts";

/**
 * What a table of leads has no column for, in words: fields and timestamp events of the contract, each with the column
 * that was probably meant. Null where nothing is absent. A contract that is judged on columns that are not there
 * gives confident nonsense, so this is always told.
 */
export function absentColumns(policy: Policy, columns: readonly string[]): string | null {
  const present = new Set(columns);
  const fields = policy.lead.fields
    .filter(({ name, column }) => !present.has(name) && (column === null || !present.has(column)))
    .map(({ name, column }) => ({ what: name, column: column ?? name }));
  const events = policy.events
    .filter(({ column }) => column !== null && !present.has(column))
    .map(({ name, column }) => ({ what: `event ${name}`, column: column ?? name }));
  const known = new Set(policy.lead.fields.flatMap(({ name, column }) => [name, column ?? name]));
  const unused = columns.filter((column) => !known.has(column));
  const told = [...fields, ...events].map(({ what, column }) =>
    described(what, column, nearest(column, unused)),
  );
  return told.length === 0 ? null : `no column for ${told.join(", ")}`;
}

function described(what: string, column: string, near: string | undefined): string {
  const name = column === what ? printable(what) : `${printable(what)} (${JSON.stringify(column)})`;
  return near === undefined ? name : `${name}: did you mean ${JSON.stringify(near)}?`;
}
