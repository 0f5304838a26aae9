/** The most ids that are remembered. */
export const rememberedIds = 1_000_000;

/**
 * Finds ids that occur twice, in bounded memory: the first million ids are remembered, later ones are
 * only compared with these.
 */
export class SeenIds {
  readonly #ids = new Set<string>();
  readonly #most: number;
  #full = false;

  constructor(most: number = rememberedIds) {
    this.#most = most;
  }

  /** Whether an id was remembered before; remembers it otherwise. */
  repeats(id: string): boolean {
    if (this.#ids.has(id)) return true;
    if (this.#ids.size < this.#most) this.#ids.add(id);
    else this.#full = true;
    return false;
  }

  /** Whether an id is remembered. */
  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Whether an id came that could not be remembered. */
  get full(): boolean {
    return this.#full;
  }
}
