import { type Diagnostic, IR_VERSION, invariant, type Policy, Zone, type ZoneTable } from "@entente/ir";
import type { DeclarationNode, DeclarationOf, FileNode } from "../1-syntax/ast/file.ts";
import type { Resolution } from "../2-resolve/resolve.ts";
import type { Checked } from "../3-check/check.ts";
import { lowerCalendar } from "./calendars.ts";
import { lowerClassify, lowerDefine, lowerScore, lowerStages } from "./classification.ts";
import { lowerCommitment, lowerLadder } from "./commitments.ts";
import { lowerEvent, lowerField } from "./facts.ts";
import {
  lowerAgreement,
  lowerDispute,
  lowerMeeting,
  lowerParty,
  lowerResponsibility,
  lowerRole,
} from "./governance.ts";
import { horizonOf, zoneWithin } from "./horizon.ts";
import { lowerPeriod } from "./literals.ts";
import type { Lowering } from "./lowering.ts";
import { lowerFunnel, lowerGoal, lowerReward } from "./promises.ts";
import { lowerTest, zonesOfPeople } from "./tests.ts";

/** Compiles a contract without errors to its policy. Public holidays and zone rules are read here. */
export function lower(
  files: readonly FileNode[],
  resolution: Resolution,
  checked: Checked,
): { policy: Policy; diagnostics: Diagnostic[] } {
  const { symbols, order } = resolution;
  const { agreement, lead } = symbols;
  invariant(agreement !== null && lead !== null && checked.currency !== null, "the contract is incomplete");
  const timeZone = agreement.clauses.find((clause) => clause.kind === "TimeZone")?.zone.value;
  invariant(timeZone !== undefined, "the agreement has a time zone");

  const horizon = horizonOf(agreement);
  const zones: Record<string, ZoneTable> = { [timeZone]: zoneWithin(timeZone, horizon) };
  const zone = new Zone(timeZone, zones[timeZone] ?? { initial: 0, changes: [] });
  const lowering: Lowering = { resolution, checked, zone, currency: checked.currency, diagnostics: [] };
  const calendars = [...symbols.calendars.values()].map((node) => lowerCalendar(node, horizon, lowering));
  for (const calendar of calendars) {
    if (calendar.kind === "office") zones[calendar.timeZone] ??= zoneWithin(calendar.timeZone, horizon);
  }

  const declarations = files.flatMap((file) => file.declarations);
  const all = <K extends DeclarationNode["kind"]>(kind: K): DeclarationOf<K>[] =>
    declarations.filter((node): node is DeclarationOf<K> => node.kind === kind);
  const defines = new Map(all("Define").map((node) => [`define:${node.name.text}`, node]));

  const tests = all("Test").map((node) => lowerTest(node, lowering));
  for (const name of zonesOfPeople(tests)) zones[name] ??= zoneWithin(name, horizon);

  const policy: Policy = {
    irVersion: IR_VERSION,
    sources: files.map((file) => ({ file: file.file, text: file.text })),
    agreement: lowerAgreement(agreement, lowering),
    horizon: { ...horizon },
    zones,
    parties: [...symbols.parties.values()].map(lowerParty),
    roles: all("Role").map(lowerRole),
    calendars,
    lead: { fields: lead.fields.map(lowerField) },
    people: symbols.people === null ? null : { fields: symbols.people.fields.map(lowerField) },
    events: all("Event").map((node) => lowerEvent(node, lowering)),
    defines: order.flatMap((vertex) => {
      const node = defines.get(vertex);
      return node === undefined ? [] : [lowerDefine(node, lowering)];
    }),
    scores: all("Score").map((node) => lowerScore(node, lowering)),
    classes: all("Classify").map((node) => lowerClassify(node, lowering)),
    stages: lowerStages(all("Stage"), lowering),
    commitments: all("Commitment").map((node) => lowerCommitment(node, lowering)),
    ladders: all("Ladder").map(lowerLadder),
    goals: all("Goal").map((node) => lowerGoal(node, lowering)),
    funnels: all("Funnel").map((node) => lowerFunnel(node, lowering)),
    rewards: all("Reward").map((node) => lowerReward(node, lowering)),
    meetings: all("Meeting").map(lowerMeeting),
    disputes: all("Dispute").map(lowerDispute),
    responsibilities: all("Responsibility").map(lowerResponsibility),
    reviews: all("Review").map((node) => ({ every: lowerPeriod(node.every), span: node.span })),
    cancellations: all("Cancellation").map((node) => ({
      goal: node.goal.text,
      missed: node.missed,
      span: node.span,
    })),
    signatures: all("Signature").map((node) => ({
      who: node.who.value,
      role: node.role.text,
      on: node.on.value,
      span: node.span,
    })),
    tests,
  };
  return { policy, diagnostics: lowering.diagnostics };
}
