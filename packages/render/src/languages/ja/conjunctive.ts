import type { Phrase } from "../../phrase/say.ts";

/** Endings of the plain form with those of the form that a sentence goes on from. */
const endings = [
  ["ていない", "ておらず"],
  ["まない", "まず"],
  ["らない", "らず"],
  ["しない", "せず"],
  ["でない", "でなく"],
  ["含む", "含み"],
  ["まる", "まり"],
  ["わる", "わり"],
  ["である", "であり"],
  ["ている", "ており"],
  ["する", "し"],
] as const;

/** A condition in the form in which another follows it: 〜である becomes 〜であり. */
export function conjunctive(condition: Phrase): Phrase {
  const last = condition.at(-1);
  if (last?.type !== "text") return condition;
  const ending = endings.find(([plain]) => last.value.endsWith(plain));
  if (ending === undefined) return condition;
  const [plain, going] = ending;
  return [...condition.slice(0, -1), { type: "text", value: last.value.slice(0, -plain.length) + going }];
}
