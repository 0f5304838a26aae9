import { isTimeZone, nearest, type Span } from "@entente/ir";
import type { DateNode } from "../1-syntax/ast/expressions.ts";
import type { AgreementNode, TimeZoneNode } from "../1-syntax/ast/governance.ts";
import type { NameNode } from "../1-syntax/ast/name.ts";
import { reportCheck } from "../diagnostics/check.ts";
import { replacing } from "../diagnostics/fixes.ts";
import { slipOf } from "../diagnostics/slip.ts";
import type { Checking } from "./checking.ts";
import { checkOnce, checkPresent } from "./clauses.ts";
import { isCurrency } from "./currency.ts";
import { isWrittenAsDate } from "./dates.ts";
import { checkExpression } from "./expressions.ts";

const ONCE = {
  BetweenParties: "between",
  Effective: "effective",
  TimeZone: "time zone",
  Currency: "currency",
  InFlight: "in flight",
  UseCalendar: "calendar",
  Because: "because",
};

/** The agreement itself: both parties, its term, zone and currency. */
export function checkAgreement(node: AgreementNode, checking: Checking): void {
  const what = "the agreement";
  checkOnce(node.clauses, ONCE, what, checking);
  const need = (kind: string, clause: string, example: string): void =>
    checkPresent(node.clauses, kind, { what, clause, example, span: node.title.span }, checking);
  need("BetweenParties", "between", "between marketing and sales");
  need("TimeZone", "time zone", 'time zone "Europe/Berlin"');
  need("Currency", "currency", "currency EUR");
  for (const clause of node.clauses) {
    if (clause.kind === "Effective") {
      checkDateRange(clause.from, clause.to, clause.span, checking);
      for (const date of [clause.from, clause.to]) if (date !== null) checkTermYear(date, checking);
    }
    if (clause.kind === "TimeZone") checkTimeZone(clause, checking);
    if (clause.kind === "Currency") {
      checkCurrency(clause.code, checking);
    }
  }
}

function checkCurrency(node: NameNode, checking: Checking): void {
  if (isCurrency(node.text)) return;
  const capitals = node.text.toUpperCase();
  const write = isCurrency(capitals) ? capitals : undefined;
  const fixes = write === undefined ? [] : [replacing(node.span, write)];
  checking.diagnostics.push(
    reportCheck("check/unknown-currency", node.span, { code: node.text, write }, { fixes }),
  );
}

/** Zone rules and calendars are resolved for the years around the term, so it lies where there are some. */
function checkTermYear(date: DateNode, checking: Checking): void {
  const year = Number(date.value.slice(0, 4));
  if (!isWrittenAsDate(date.value) || (year >= 1970 && year <= 2199)) return;
  const params = { wanted: "a term between 1970 and 2199", found: date.value, write: undefined };
  checking.diagnostics.push(reportCheck("check/wrong-type", date.span, params));
}

export function checkTimeZone({ zone }: TimeZoneNode, checking: Checking): void {
  checkZoneName(zone, checking);
}

/** The name of a time zone, wherever it stands as a text. */
export function checkZoneName(
  zone: { readonly value: string; readonly span: Span },
  checking: Checking,
): void {
  if (isTimeZone(zone.value)) return;
  const zones = Intl.supportedValuesOf("timeZone");
  const near = zoneOfPlace(zone.value, zones) ?? nearest(zone.value, zones);
  const meant = zoneOfPlace(zone.value, zones) ?? slipOf(zone.value, zones);
  const fixes = meant === undefined ? [] : [replacing(zone.span, `"${meant}"`)];
  checking.diagnostics.push(
    reportCheck("check/unknown-time-zone", zone.span, { zone: zone.value, near }, { fixes }),
  );
}

/** `New York` is the place of `America/New_York`. */
function zoneOfPlace(place: string, zones: readonly string[]): string | undefined {
  const ending = `/${place.trim().replaceAll(" ", "_").toLowerCase()}`;
  const found = zones.filter((zone) => zone.toLowerCase().endsWith(ending));
  return found.length === 1 ? found[0] : undefined;
}

/** Both dates exist, and the second does not come before the first. */
export function checkDateRange(from: DateNode, to: DateNode | null, span: Span, checking: Checking): void {
  const valid = checkExpression(from, checking).kind !== "error";
  if (to === null) return;
  if (checkExpression(to, checking).kind === "error" || !valid) return;
  if (to.value < from.value) {
    const params = { low: from.value, high: to.value, of: "dates" } as const;
    checking.diagnostics.push(reportCheck("check/reversed-range", span, params));
  }
}

/** ISO code of the agreement's currency; null where none that exists is named. */
export function agreementCurrency(node: AgreementNode | null): string | null {
  for (const clause of node?.clauses ?? []) {
    if (clause.kind === "Currency" && isCurrency(clause.code.text)) return clause.code.text;
  }
  return null;
}
