import { isTimeZone, type Span } from "@entente/ir";
import type { DateNode } from "../1-syntax/ast/expressions.ts";
import type { AgreementNode, TimeZoneNode } from "../1-syntax/ast/governance.ts";
import { reportCheck } from "../diagnostics/check.ts";
import type { Checking } from "./checking.ts";
import { checkOnce, checkPresent } from "./clauses.ts";
import { isCurrency } from "./currency.ts";
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
    if (clause.kind === "Effective") checkDateRange(clause.from, clause.to, clause.span, checking);
    if (clause.kind === "TimeZone") checkTimeZone(clause, checking);
    if (clause.kind === "Currency" && !isCurrency(clause.code.text)) {
      checking.diagnostics.push(
        reportCheck("check/unknown-currency", clause.code.span, { code: clause.code.text }),
      );
    }
  }
}

export function checkTimeZone(node: TimeZoneNode, checking: Checking): void {
  if (isTimeZone(node.zone.value)) return;
  checking.diagnostics.push(
    reportCheck("check/unknown-time-zone", node.zone.span, { zone: node.zone.value }),
  );
}

/** Both dates exist, and the second does not come before the first. */
export function checkDateRange(from: DateNode, to: DateNode | null, span: Span, checking: Checking): void {
  const valid = checkExpression(from, checking).kind !== "error";
  if (to === null) return;
  if (checkExpression(to, checking).kind === "error" || !valid) return;
  if (to.value < from.value) {
    checking.diagnostics.push(reportCheck("check/reversed-range", span, { low: from.value, high: to.value }));
  }
}

/** ISO code of the agreement's currency; null where none that exists is named. */
export function agreementCurrency(node: AgreementNode | null): string | null {
  for (const clause of node?.clauses ?? []) {
    if (clause.kind === "Currency" && isCurrency(clause.code.text)) return clause.code.text;
  }
  return null;
}
