import type { Occurrence } from "@entente/engine";

const NONE = -1;
const FIRST_CAPACITY = 1024;
const noAttributes: Occurrence["attributes"] = new Map();

/**
 * Events by lead, held compactly: 28 bytes an event, plus its attributes where it has any, plus about 100 bytes
 * a lead. Two million events of half a million leads take some 100 MB; beyond tens of millions, bring the events
 * nested in the leads instead, which are then read one lead at a time.
 */
export class EventStore {
  readonly #names: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #last = new Map<string, number>();
  readonly #attributes = new Map<number, Occurrence["attributes"]>();
  #at = new Float64Array(FIRST_CAPACITY);
  /** NaN where the source does not say when the event was recorded. */
  #recorded = new Float64Array(FIRST_CAPACITY);
  #event = new Int32Array(FIRST_CAPACITY);
  #owner = new Int32Array(FIRST_CAPACITY);
  /** The event of the same lead that was added before. */
  #previous = new Int32Array(FIRST_CAPACITY);
  #size = 0;

  /** How many events are held. */
  get size(): number {
    return this.#size;
  }

  add(lead: string, { event, at, recorded, owner, attributes }: Occurrence): void {
    if (this.#size === this.#at.length) this.#grow();
    const index = this.#size++;
    this.#at[index] = at;
    this.#recorded[index] = recorded ?? Number.NaN;
    this.#event[index] = this.#numberOf(event);
    this.#owner[index] = owner === null ? NONE : this.#numberOf(owner);
    this.#previous[index] = this.#last.get(lead) ?? NONE;
    this.#last.set(lead, index);
    if (attributes.size > 0) this.#attributes.set(index, attributes);
  }

  /** The events of a lead in the order in which they were added. */
  of(lead: string): Occurrence[] {
    const found: Occurrence[] = [];
    for (let i = this.#last.get(lead) ?? NONE; i !== NONE; i = this.#previous[i] ?? NONE)
      found.push(this.#occurrence(i));
    return found.reverse();
  }

  /** The leads that have events. */
  leads(): IterableIterator<string> {
    return this.#last.keys();
  }

  #occurrence(index: number): Occurrence {
    const recorded = this.#recorded[index] ?? Number.NaN;
    return {
      event: this.#names[this.#event[index] ?? NONE] ?? "",
      at: this.#at[index] ?? Number.NaN,
      recorded: Number.isNaN(recorded) ? null : recorded,
      owner: this.#names[this.#owner[index] ?? NONE] ?? null,
      attributes: this.#attributes.get(index) ?? noAttributes,
    };
  }

  /** Events and owners are few and repeat, so each name is held once. */
  #numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  #grow(): void {
    const capacity = this.#at.length * 2;
    const wider = <T extends Float64Array | Int32Array>(into: T, from: T): T => {
      into.set(from);
      return into;
    };
    this.#at = wider(new Float64Array(capacity), this.#at);
    this.#recorded = wider(new Float64Array(capacity), this.#recorded);
    this.#event = wider(new Int32Array(capacity), this.#event);
    this.#owner = wider(new Int32Array(capacity), this.#owner);
    this.#previous = wider(new Int32Array(capacity), this.#previous);
  }
}
