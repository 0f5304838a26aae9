import { parse } from "@entente/dsl";

/** Nanoseconds that the parser takes for each character of a text: the best of several tries, since pauses only add. */
export function timePerCharacter(text: string, tries = 7): number {
  let best = Number.POSITIVE_INFINITY;
  for (let left = tries; left > 0; left -= 1) {
    const started = performance.now();
    parse("f.sla", text);
    best = Math.min(best, performance.now() - started);
  }
  return (best * 1e6) / Math.max(1, text.length);
}
