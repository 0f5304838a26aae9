const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BEGINS = Date.UTC(2026, 0, 1);

/** A lead record, the same for the same number. */
export function leadNumber(id: number): object {
  const created = BEGINS + spread(id, 1) * 365 * DAY;
  const handoff = created + spread(id, 2) * 2 * DAY;
  const at = (event: string, instant: number, more = {}) => ({
    event,
    at: new Date(Math.floor(instant)).toISOString(),
    ...more,
  });
  const events = [at("handoff", handoff)];
  if (id % 10 < 8) events.push(at("contact", handoff + spread(id, 3) * 2 * DAY));
  if (id % 5 === 0) {
    events.push(at("won", handoff + spread(id, 4) * 90 * DAY, { amount: (spread(id, 5) * 9000).toFixed(2) }));
  }
  return {
    id: String(id),
    email: id % 9 === 0 ? null : "a@example.com",
    source: ["web", "referral", "webinar"][id % 3],
    owner: `owner ${id % 20}`,
    created: new Date(Math.floor(created)).toISOString(),
    events,
  };
}

/** A number from 0 up to 1 that looks random. */
function spread(id: number, salt: number): number {
  let mixed = Math.imul(id + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return ((mixed ^ (mixed >>> 12)) >>> 0) / 2 ** 32;
}
