import { type Dice, dice } from "../time/reference/dice.ts";
import { ODDITIES, type Pieces, SIGNS, WORDS } from "./pieces.ts";
import { SHAPES } from "./shapes.ts";

/** The text of number `seed`: the same in every run over the same contracts. Half of them are shorter than 200 characters. */
export function randomText(seed: number, contracts: readonly string[]): string {
  const [first = "", ...rest] = contracts;
  const all: Pieces = [first, ...rest];
  const roll = dice(seed);
  const kind = roll.whole(1, 100);
  if (kind <= 30) return soup(roll);
  if (kind <= 70) return mutated(excerpt(roll, all), roll);
  if (kind <= 75) return mutate(excerpt(roll, all), roll);
  if (kind <= 85) return `${excerpt(roll, all)}\n${mutated(excerpt(roll, all), roll)}`;
  if (kind <= 95) return noise(roll);
  if (kind <= 99) return roll.pick(SHAPES).text(roll.whole(1, 60));
  return mutate(roll.pick(all).slice(0, 4000), roll);
}

/** Words and signs in no order, mostly with spaces between them. */
function soup(roll: Dice): string {
  let text = "";
  for (let left = roll.whole(1, 90); left > 0; left -= 1) {
    text += roll.chance(0.55) ? roll.pick(WORDS) : roll.pick(SIGNS);
    if (roll.chance(0.85)) text += " ";
  }
  return text;
}

/** Neighbouring lines of a contract. */
function excerpt(roll: Dice, contracts: Pieces): string {
  const lines = roll.pick(contracts).split("\n");
  const start = roll.whole(0, lines.length - 1);
  return lines
    .slice(start, start + roll.whole(1, 16))
    .join("\n")
    .slice(0, 900);
}

function mutated(text: string, roll: Dice): string {
  let changed = text;
  for (let left = roll.whole(1, 6); left > 0; left -= 1) changed = mutate(changed, roll);
  return changed;
}

function mutate(text: string, roll: Dice): string {
  const [start, end] = stretch(text, roll);
  const [before, inside, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  switch (roll.whole(1, 9)) {
    case 1:
      return before + after;
    case 2:
      return before + inside + inside + after;
    case 3:
      return `${before}${roll.pick(WORDS)}${after}`;
    case 4:
      return `${before} ${roll.pick(SIGNS)} ${after}`;
    case 5:
      return before + roll.pick(ODDITIES) + inside + after;
    case 6:
      return before + [...inside].toReversed().join("") + after;
    case 7:
      return after + inside + before;
    case 8:
      return roll.chance(0.3) ? before : text.replaceAll("\n", "\r\n");
    default:
      return before + inside.toUpperCase() + after;
  }
}

/** A few characters somewhere in the text, often a whole word. */
function stretch(text: string, roll: Dice): readonly [number, number] {
  const start = roll.whole(0, Math.max(0, text.length - 1));
  if (roll.chance(0.5)) return [start, Math.min(text.length, start + roll.whole(0, 12))];
  const word = /[\p{L}_][\p{L}\p{M}\p{Nd}_]*|\d[\d,.:-]*/u.exec(text.slice(start));
  return word === null ? [start, start] : [start + word.index, start + word.index + word[0].length];
}

/** Code points of all kinds, with a word here and there. */
function noise(roll: Dice): string {
  let text = "";
  for (let left = roll.whole(0, 160); left > 0; left -= 1) {
    const kind = roll.whole(1, 10);
    if (kind <= 4) text += String.fromCharCode(roll.whole(32, 126));
    else if (kind <= 6) text += roll.pick(ODDITIES);
    else if (kind === 7) text += String.fromCodePoint(roll.whole(0, 0x10ffff));
    else if (kind === 8) text += String.fromCharCode(roll.whole(0, 0xffff));
    else text += ` ${kind === 9 ? roll.pick(WORDS) : roll.pick(SIGNS)} `;
  }
  return text;
}
