import type { Attainment, GoalAttainment, GoalWindowAttainment } from "@entente/engine";
import type { Policy } from "@entente/ir";
import { printable } from "../terminal/printable.ts";
import { figureDecimal, ratioDecimal } from "./attain-figures.ts";
import { chanceDecimal, forecastOf } from "./attain-forecast.ts";
import { csvCell } from "./csv-cell.ts";
import { isoInstant } from "./verdict-json.ts";

const header = [
  "goal",
  "parties",
  "measure",
  "unit",
  "bound",
  "per",
  "from",
  "to",
  "settles",
  "status",
  "target",
  "actual",
  "attainment",
  "counted",
  "of",
  "open",
  "unknown",
  "pace",
  "gap",
  "projected",
  "range80_low",
  "range80_high",
  "chance",
] as const;

/** One row for each window of each goal. Figures are decimals, instants UTC. */
export function attainCsv(policy: Policy, { goals }: Attainment): string {
  const rows = goals.flatMap((goal) => goal.windows.map((window) => rowOf(policy, goal, window)));
  return [header, ...rows].map((cells) => `${cells.join(",")}\r\n`).join("");
}

/** Figures stand as they are: one below zero is a number, not text that a spreadsheet would take for a formula. */
function rowOf(
  policy: Policy,
  goal: GoalAttainment,
  window: GoalWindowAttainment,
): readonly (string | number)[] {
  const { currency } = policy.agreement;
  const decimal = (value: GoalWindowAttainment["goal"]): string =>
    value === null ? "" : figureDecimal(goal, value, currency);
  const { per, of, attainment } = window;
  const forecast = forecastOf(policy, goal, window);
  return [
    textCell(goal.goal),
    textCell(goal.parties.join(" ")),
    goal.measure,
    goal.unit === "money" ? currency : goal.unit,
    window.bound,
    per === null ? "" : textCell(String(per)),
    isoInstant(window.window.from),
    isoInstant(window.window.to),
    isoInstant(window.settles),
    window.status,
    decimal(window.goal),
    decimal(window.actual),
    attainment === null ? "" : ratioDecimal(attainment),
    window.counted,
    of ?? "",
    window.open,
    window.unknown,
    decimal(window.pace),
    decimal(window.gap),
    decimal(window.projected),
    decimal(forecast?.range80.low ?? null),
    decimal(forecast?.range80.high ?? null),
    forecast === null ? "" : chanceDecimal(forecast),
  ];
}

/** Names of the contract and values of the data: the page goes to terminals, too. */
function textCell(text: string): string {
  return csvCell(printable(text));
}
