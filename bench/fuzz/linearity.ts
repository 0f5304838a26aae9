/**
 * How the time of the parser grows with a text: `node bench/fuzz/linearity.ts [characters]`. Each shape is read at n, 2n, 4n and
 * 8n characters; the last column is the time of a character at 8n by that at n: 1 where time is linear, 8 where it is quadratic.
 */
import { SHAPES } from "../../test/fuzz/shapes.ts";
import { timePerCharacter } from "./time-per-character.ts";

const characters = Number(process.argv[2] ?? 10_000);
const TOO_MUCH = 3;

let worst = 0;
console.log(`${"shape".padEnd(40)}${[1, 2, 4, 8].map((times) => `${times}n`.padStart(9)).join("")}   growth`);
for (const { name, text } of SHAPES) {
  const piece = text(201).length - text(200).length;
  const size = Math.max(1, Math.round(characters / Math.max(1, piece)));
  timePerCharacter(text(Math.ceil(size / 4)), 3);
  const times = [1, 2, 4, 8].map((factor) => timePerCharacter(text(size * factor), 5));
  const growth = (times[3] ?? 0) / (times[0] ?? 1);
  worst = Math.max(worst, growth);
  const cells = times.map((time) => time.toFixed(0).padStart(9)).join("");
  console.log(`${name.padEnd(40)}${cells} ${growth.toFixed(2).padStart(8)}${growth > TOO_MUCH ? "  !" : ""}`);
}
console.log(`\nnanoseconds a character; the worst growth is ${worst.toFixed(2)}`);
process.exitCode = worst > TOO_MUCH ? 1 : 0;
