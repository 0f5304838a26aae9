import type { Zone } from "@entente/ir";

/**
 * An instant for the calendar library, which asks for it in UTC or on the clock of a zone. The zone's rules are those of the
 * policy and not those of the machine.
 */
export class WallClock {
  readonly #zone: Zone;
  readonly #at: number;
  readonly #local: boolean;

  /** @param at epoch milliseconds */
  constructor(zone: Zone, at: number, local = false) {
    this.#zone = zone;
    this.#at = at;
    this.#local = local;
  }

  tz(): WallClock {
    return new WallClock(this.#zone, this.#at, true);
  }

  utc(): WallClock {
    return new WallClock(this.#zone, this.#at, false);
  }

  /** `YYYYMMDD` or `HHmmss`, the two that the library asks for. */
  format(pattern?: string): string {
    const [date = "", time = ""] = this.#shown().replace(/[-:]/g, "").split("T");
    return pattern === "HHmmss" ? time.slice(0, 6) : date;
  }

  isValid(): boolean {
    return true;
  }

  toDate(): Date {
    return new Date(this.#at);
  }

  toJSON(): string {
    return new Date(this.#at).toISOString();
  }

  #shown(): string {
    return new Date(this.#local ? this.#zone.toLocal(this.#at) : this.#at).toISOString();
  }
}
