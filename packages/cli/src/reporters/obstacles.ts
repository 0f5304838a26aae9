import { type Obstacle, tierWords } from "@entente/diff";
import { assertNever } from "@entente/ir";
import { counted, listed } from "../terminal/counted.ts";
import { headingOf } from "./comparison-words.ts";

/** What stands in the way of a change, as a sentence, and what to do about it. */
export interface ObstacleWords {
  readonly problem: string;
  readonly help: string;
}

/** @param contract the later version's file, as the user named it */
export function obstacleWords(obstacle: Obstacle, contract: string): ObstacleWords {
  switch (obstacle.kind) {
    case "approval missing": {
      const { by, roles, tier } = obstacle;
      const who = roles.length === 1 && roles[0] === by ? by : `a role of ${by}`;
      const which = `${tierWords(tier)}: ${changesIn(obstacle)}`;
      return {
        problem: `the signature of ${who} is missing (${which})`,
        help:
          roles.length === 0
            ? `no role in the contract is ${by} or belongs to it: declare one, such as \`role approver of ${by}\``
            : `${listed(roles, "or")} signs the new terms: sla sign ${contract} --role ${roles[0]} --key KEY`,
      };
    }
    case "forbidden while in force":
      return {
        problem: `this is forbidden while the contract is in force (${tierWords(obstacle.tier)}: ${changesIn(obstacle)})`,
        help: "write it as a further version whose `effective` begins later",
      };
    case "in flight":
      return {
        problem: `running clocks: the new version says \`in flight ${obstacle.found}\`, and only \`in flight ${obstacle.expected}\` is allowed`,
        help: `write \`in flight ${obstacle.expected}\` in the agreement`,
      };
    default:
      return assertNever(obstacle);
  }
}

const shownChanges = 3;

function changesIn({ changes }: Extract<Obstacle, { changes: unknown }>): string {
  const shown = changes.slice(0, shownChanges).map(headingOf);
  const more = changes.length - shown.length;
  return more === 0 ? listed(shown) : `${shown.join(", ")} and ${counted(more, "more")}`;
}
