import {
  type Agreement,
  type Dispute,
  invariant,
  type Meeting,
  type Party,
  type Responsibility,
  type Role,
} from "@entente/ir";
import type {
  AgreementNode,
  DisputeNode,
  MeetingNode,
  ResponsibilityNode,
  RoleNode,
} from "../1-syntax/ast/governance.ts";
import type { NameNode } from "../1-syntax/ast/name.ts";
import type { PartySymbol } from "../2-resolve/symbols.ts";
import { lowerCalendarChoice } from "./calendars.ts";
import { lowerDuration, lowerPeriod } from "./literals.ts";
import type { Lowering } from "./lowering.ts";

const texts = (names: readonly NameNode[]): string[] => names.map((name) => name.text);

export function lowerAgreement(node: AgreementNode, lowering: Lowering): Agreement {
  const between = node.clauses.find((clause) => clause.kind === "BetweenParties");
  invariant(between !== undefined, "an agreement is between two parties");
  const effective = node.clauses.find((clause) => clause.kind === "Effective");
  const calendar = node.clauses.find((clause) => clause.kind === "UseCalendar");
  const [one, two] = between.parties;
  return {
    title: node.title.value,
    between: [one.text, two.text],
    effective:
      effective === undefined ? null : { from: effective.from.value, to: effective.to?.value ?? null },
    timeZone: lowering.zone.name,
    currency: lowering.currency,
    calendar: calendar === undefined ? null : lowerCalendarChoice(calendar),
    inFlight: node.clauses.find((clause) => clause.kind === "InFlight")?.rule ?? "keeps",
    because: node.clauses.find((clause) => clause.kind === "Because")?.text.value ?? null,
    span: node.span,
  };
}

export function lowerParty(symbol: PartySymbol): Party {
  const { name, declaration } = symbol;
  return { name: name.text, label: declaration?.label?.value ?? null, span: name.span };
}

export function lowerRole(node: RoleNode): Role {
  return {
    name: node.name.text,
    label: node.label?.value ?? null,
    party: node.party?.text ?? null,
    optional: node.optional,
    span: node.span,
  };
}

export function lowerMeeting(node: MeetingNode): Meeting {
  return {
    name: node.name.text,
    every: lowerPeriod(node.every),
    duration: lowerDuration(node.duration),
    attendedBy: texts(node.attendedBy),
    agenda: node.agenda.map((item) => item.value),
    span: node.span,
  };
}

export function lowerDispute(node: DisputeNode): Dispute {
  const dispute: Dispute = { panel: [], hearing: null, decision: null, arbiter: null, span: node.span };
  for (const clause of node.clauses) {
    if (clause.kind === "Panel") dispute.panel.push(...texts(clause.names));
    if (clause.kind === "Hearing") dispute.hearing = lowerDuration(clause.duration);
    if (clause.kind === "Decision") dispute.decision = clause.decision;
    if (clause.kind === "Arbiter") dispute.arbiter = clause.name.text;
  }
  return dispute;
}

export function lowerResponsibility(node: ResponsibilityNode): Responsibility {
  const named = (part: ResponsibilityNode["clauses"][number]["part"]): string[] =>
    node.clauses.flatMap((clause) => (clause.part === part ? texts(clause.names) : []));
  return {
    title: node.title.value,
    responsible: named("responsible"),
    accountable: named("accountable"),
    consulted: named("consulted"),
    informed: named("informed"),
    span: node.span,
  };
}
