import type { Happening } from "./lead-history.ts";
import { day, minute, second, type Wall, whenOpen } from "./office-time.ts";
import type { Random } from "./random.ts";
import { closing, deal } from "./story.ts";

/** What comes of a lead that was called: a proposal, and a deal or a loss some weeks later; or nothing. */
export function dealAfter(random: Random, contact: Wall, chance: number): readonly Happening[] {
  if (!random.chance(chance)) {
    return random.chance(0.3)
      ? [{ at: inOffice(random, contact + random.between(3, 30) * day), event: "lost" }]
      : [];
  }
  const proposal = inOffice(random, contact + random.between(3, 18) * day);
  const offered = deal.least + Math.floor(random.around(deal.median, deal.spread) / 100) * 100;
  const { rate, days } = closing(monthOf(proposal));
  const decided = inOffice(random, proposal + Math.ceil(random.around(days, 0.3)) * day);
  const won = random.chance(rate);
  const asked = { at: proposal, event: "proposal", detail: dollars(offered) } as const;
  if (!won) return random.chance(0.85) ? [asked, { at: decided, event: "lost" }] : [asked];
  const paid = Math.floor((offered * random.between(92, 100)) / 10_000) * 100;
  return [asked, { at: decided, event: "won", detail: dollars(paid) }];
}

/** 0 is January 2020. */
function monthOf(wall: Wall): number {
  const date = new Date(wall);
  return (date.getUTCFullYear() - 2020) * 12 + date.getUTCMonth();
}

function dollars(amount: number): string {
  return `${amount}.00`;
}

/** Some time of that day, or of the next on which the office is open. */
function inOffice(random: Random, wall: Wall): Wall {
  const opening = whenOpen(wall - (wall % day));
  return opening + random.between(15, 460) * minute + random.between(0, 59) * second;
}
