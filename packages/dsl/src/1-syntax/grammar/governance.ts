import type {
  AgreementNode,
  BetweenPartiesNode,
  CurrencyNode,
  EffectiveNode,
  ImportNode,
  InFlightNode,
  PartyNode,
  RoleNode,
  TimeZoneNode,
} from "../ast/governance.ts";
import type { NameNode } from "../ast/name.ts";
import { Block, Name, Text, word } from "../lexer/vocabulary.ts";
import { CalendarRules } from "./calendars.ts";
import type { Rule } from "./syntax-parser.ts";

/** The agreement, its parties and roles, and imports (language, sections 2, 13 and 15). */
export abstract class GovernanceRules extends CalendarRules {
  readonly agreement: Rule<AgreementNode> = this.rule("agreement", () => {
    const start = this.CONSUME(word.agreement);
    const title = this.textOf(this.CONSUME(Text));
    const clauses = this.block(this.CONSUME(Block), "agreement");
    return { kind: "Agreement", title, clauses, span: this.spanFrom(start) };
  });

  readonly betweenParties: Rule<BetweenPartiesNode> = this.rule("betweenParties", () => {
    const start = this.CONSUME(word.between);
    const first = this.nameOf(this.CONSUME(Name));
    this.CONSUME(word.and);
    const second = this.nameOf(this.CONSUME1(Name));
    return { kind: "BetweenParties", parties: [first, second], span: this.spanFrom(start) };
  });

  readonly effective: Rule<EffectiveNode> = this.rule("effective", () => {
    const start = this.CONSUME(word.effective);
    this.OPTION(() => this.CONSUME(word.from));
    const from = this.SUBRULE(this.date);
    const to = this.OPTION1(() => this.behind(this.CONSUME(word.to), this.SUBRULE1(this.date))) ?? null;
    return { kind: "Effective", from, to, span: this.spanFrom(start) };
  });

  readonly timeZone: Rule<TimeZoneNode> = this.rule("timeZone", () => {
    const start = this.CONSUME(word.time);
    this.CONSUME(word.zone);
    const zone = this.textOf(this.CONSUME(Text));
    return { kind: "TimeZone", zone, span: this.spanFrom(start) };
  });

  readonly currency: Rule<CurrencyNode> = this.rule("currency", () => {
    const start = this.CONSUME(word.currency);
    const code = this.nameOf(this.CONSUME(Name));
    return { kind: "Currency", code, span: this.spanFrom(start) };
  });

  readonly inFlight: Rule<InFlightNode> = this.rule("inFlight", () => {
    const start = this.CONSUME(word.in);
    this.CONSUME(word.flight);
    const rule = this.either<InFlightNode["rule"]>([
      { ALT: () => this.meaning("keeps", this.CONSUME(word.keeps)) },
      { ALT: () => this.meaning("moves", this.CONSUME(word.moves)) },
    ]);
    return { kind: "InFlight", rule, span: this.spanFrom(start) };
  });

  readonly import: Rule<ImportNode> = this.rule("import", () => {
    const start = this.CONSUME(word.import);
    const path = this.textOf(this.CONSUME(Text));
    return { kind: "Import", path, span: this.spanFrom(start) };
  });

  readonly party: Rule<PartyNode> = this.rule("party", () => {
    const start = this.CONSUME(word.party);
    const name = this.nameOf(this.CONSUME(Name));
    const label = this.OPTION(() => this.textOf(this.CONSUME(Text))) ?? null;
    return { kind: "Party", name, label, span: this.spanFrom(start) };
  });

  readonly role: Rule<RoleNode> = this.rule("role", () => {
    const start = this.CONSUME(word.role);
    const name = this.nameOf(this.CONSUME(Name));
    const label = this.OPTION(() => this.textOf(this.CONSUME(Text))) ?? null;
    let party: NameNode | null = null;
    let optional = false;
    this.MANY(() => {
      this.either([
        {
          ALT: () => {
            party = this.behind(this.CONSUME(word.of), this.nameOf(this.CONSUME1(Name)));
          },
        },
        {
          ALT: () => {
            optional = this.meaning(true, this.CONSUME(word.optional));
          },
        },
      ]);
    });
    return { kind: "Role", name, label, party, optional, span: this.spanFrom(start) };
  });
}
