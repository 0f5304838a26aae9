/**
 * A value of a field or an attribute, as the engine works with it.
 *
 * | type of the field | value |
 * |---|---|
 * | text, one of | the text, the case's name |
 * | yes/no | a boolean |
 * | integer, number, percent | a number (34% is 34) |
 * | money | minor units of the agreement's currency |
 * | date | `YYYY-MM-DD` |
 * | time | epoch milliseconds |
 * | list of … | an array of the above |
 *
 * A missing value is absent from its map: never null, never an empty text.
 */
export type Value = string | number | boolean | readonly Value[];

/** Something that happened to a lead. Instants are epoch milliseconds. */
export interface Occurrence {
  readonly event: string;
  readonly at: number;
  /** When it was written down, where the source says so; null means at once. */
  readonly recorded: number | null;
  /** Who holds the lead from here on, where the event says so. */
  readonly owner: string | null;
  readonly attributes: ReadonlyMap<string, Value>;
}

/** A lead record that was read and found valid. */
export interface LeadFacts {
  readonly id: string;
  readonly values: ReadonlyMap<string, Value>;
  /** In order of `at`, without duplicates; occurrences of one instant in an order that their content gives. */
  readonly events: readonly Occurrence[];
}

/** Something wrong with the data of one lead. The field is that of the contract, `column` the one in the file. */
export interface RecordIssue {
  readonly field: string | null;
  readonly column: string | null;
  /** What was expected and what was found, as one sentence. */
  readonly message: string;
}
