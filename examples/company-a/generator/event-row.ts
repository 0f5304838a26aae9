import type { EventRow, Happening } from "./lead-history.ts";
import { isoOf } from "./office-time.ts";

export function eventRow(lead: string, { at, event, detail = "", owner = "", offset }: Happening): EventRow {
  const row = { lead, event, at: isoOf(at, offset), owner, channel: "", amount: "", giver: "" };
  switch (event) {
    case "contact":
      return { ...row, channel: detail };
    case "proposal":
    case "won":
      return { ...row, amount: detail };
    case "feedback":
      return { ...row, giver: detail };
    default:
      return row;
  }
}
