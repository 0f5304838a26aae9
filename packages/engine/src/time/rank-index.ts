/** More cells than this for each value would cost more memory than they save time: half hours in a week of office days. */
const MOST_CELLS_PER_VALUE = 96;
/** Cells for each value where values lie on no grid that is coarse enough. */
const CELLS_PER_VALUE = 16;

const NONE = new Float64Array(0);
const NO_RANKS = new Int32Array(0);

/**
 * `upperBound` for one ascending array, in a time that does not grow with it: the range of its values is cut into cells
 * of equal width, each of which knows how many values lie before it, and only the values inside one cell are searched.
 *
 * Openings mostly lie on full or half hours. Then the cells are as wide as that grid, a value can only be at the
 * beginning of its cell, and nothing is left to search. Values and questions are whole numbers.
 */
export class RankIndex {
  // A field without an initial value begins as undefined, and every read of it then has to find out what it holds.
  readonly #values: Float64Array = NONE;
  readonly #first: number = 0;
  readonly #width: number = 1;
  readonly #cells: number = 0;
  /** Whether every value is at the beginning of its cell. */
  readonly #exact: boolean = false;
  /** The number of values in the cells before each cell; one element more than there are cells. */
  readonly #ranks: Int32Array = NO_RANKS;

  constructor(ascending: Float64Array) {
    const first = ascending[0] ?? 0;
    const range = (ascending.at(-1) ?? 0) - first;
    const grid = gridOf(ascending);
    this.#values = ascending;
    this.#first = first;
    this.#exact = range <= grid * MOST_CELLS_PER_VALUE * ascending.length;
    this.#width = this.#exact ? grid : range / (CELLS_PER_VALUE * ascending.length);
    this.#cells = ascending.length === 0 ? 0 : Math.floor(range / this.#width) + 1;
    this.#ranks = new Int32Array(this.#cells + 1);
    for (const value of ascending) this.#count(Math.floor((value - first) / this.#width) + 1);
    for (let cell = 1; cell <= this.#cells; cell += 1) {
      this.#ranks[cell] = (this.#ranks[cell] as number) + (this.#ranks[cell - 1] as number);
    }
  }

  /** How many values of the array are at most `value`: the index of the first one above it. */
  rank(value: number): number {
    if (!(value >= this.#first)) return 0;
    const place = (value - this.#first) / this.#width;
    if (place >= this.#cells) return this.#values.length;
    const cell = place | 0;
    const high = this.#ranks[cell + 1] as number;
    return this.#exact ? high : this.#search(this.#ranks[cell] as number, high, value);
  }

  #search(from: number, to: number, value: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#values[middle] as number) <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #count(cell: number): void {
    this.#ranks[cell] = (this.#ranks[cell] as number) + 1;
  }
}

/** The greatest width on whose multiples, counted from the first value, all values lie; 1 where there is only one. */
function gridOf(ascending: Float64Array): number {
  const first = ascending[0] ?? 0;
  let grid = 0;
  for (const value of ascending) grid = greatestCommonDivisor(grid, value - first);
  return grid === 0 ? 1 : grid;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
