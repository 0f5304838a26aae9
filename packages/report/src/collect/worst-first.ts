/** Keeps the `most` first of things in an order, in memory that does not grow with how many come. */
export class WorstFirst<T> {
  readonly #most: number;
  readonly #compare: (a: T, b: T) => number;
  readonly #kept: T[] = [];

  /** @param compare negative where the first of two comes before the second; equals stay in the order they come in */
  constructor(most: number, compare: (a: T, b: T) => number) {
    this.#most = most;
    this.#compare = compare;
  }

  add(item: T): void {
    const last = this.#kept.at(-1);
    if (this.#kept.length >= this.#most && last !== undefined && this.#compare(item, last) >= 0) return;
    const place = this.#kept.findIndex((kept) => this.#compare(item, kept) < 0);
    this.#kept.splice(place < 0 ? this.#kept.length : place, 0, item);
    this.#kept.length = Math.min(this.#kept.length, this.#most);
  }

  finish(): readonly T[] {
    return [...this.#kept];
  }
}
