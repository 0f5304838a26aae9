import { reportSyntax } from "../../diagnostics/syntax.ts";
import type { ExpressionNode } from "../ast/expressions.ts";
import type { CaseNode, EventNode, FieldNode, LeadNode, PeopleNode, TypeNode } from "../ast/facts.ts";
import type { TextNode } from "../ast/name.ts";
import { Block, Comma, Divide, Name, Text, word } from "../lexer/vocabulary.ts";
import { ExpressionRules } from "./expressions.ts";
import type { Rule } from "./syntax-parser.ts";

/** Behind `must` these begin duties of their own, so no event may be called so. */
const DUTY_VERBS: ReadonlySet<string> = new Set(["provide", "follow", "leave"]);

/** The types that are one word. */
const WORD_TYPES = ["text", "integer", "number", "money", "percent", "date", "time"] as const;

/** The lead record and its events (language, section 3). */
export abstract class FactRules extends ExpressionRules {
  readonly lead: Rule<LeadNode> = this.rule("lead", () => {
    const start = this.CONSUME(word.lead);
    const fields = this.block(this.CONSUME(Block), "fields");
    return { kind: "Lead", fields, span: this.spanFrom(start) };
  });

  readonly people: Rule<PeopleNode> = this.rule("people", () => {
    const start = this.CONSUME(word.people);
    const fields = this.block(this.CONSUME(Block), "fields");
    return { kind: "People", fields, span: this.spanFrom(start) };
  });

  readonly event: Rule<EventNode> = this.rule("event", () => {
    const start = this.CONSUME(word.event);
    const name = this.nameOf(this.CONSUME(Name));
    if (DUTY_VERBS.has(name.text)) {
      this.tell(reportSyntax("syntax/reserved-event-name", name.span, { name: name.text }));
    }
    const about = this.OPTION(() => this.SUBRULE(this.ofAgreement)) ?? "lead";
    const column = this.OPTION1(() => this.SUBRULE(this.column)) ?? null;
    const alsoWhen = this.OPTION2(() => this.SUBRULE(this.alsoWhen)) ?? null;
    const attributes = this.OPTION3(() => this.block(this.CONSUME(Block), "fields")) ?? [];
    return { kind: "Event", name, about, column, alsoWhen, attributes, span: this.spanFrom(start) };
  });

  readonly ofAgreement: Rule<EventNode["about"]> = this.rule("ofAgreement", () => {
    this.CONSUME(word.of);
    this.CONSUME(word.agreement);
    return "agreement";
  });

  readonly alsoWhen: Rule<ExpressionNode> = this.rule("alsoWhen", () => {
    this.CONSUME(Comma);
    this.CONSUME(word.also);
    this.CONSUME(word.when);
    return this.SUBRULE(this.expression);
  });

  readonly column: Rule<TextNode> = this.rule("column", () => {
    this.CONSUME(word.from);
    return this.textOf(this.CONSUME(Text));
  });

  readonly field: Rule<FieldNode> = this.rule("field", () => {
    const start = this.LA(1);
    const name = this.nameOf(this.CONSUME(Name));
    const type = this.SUBRULE(this.type);
    let key = false;
    let optional = false;
    let range: FieldNode["range"] = null;
    let column: TextNode | null = null;
    this.MANY(() => {
      this.either([
        {
          ALT: () => {
            this.CONSUME(word.key);
            key = true;
          },
        },
        {
          ALT: () => {
            this.CONSUME(word.optional);
            optional = true;
          },
        },
        {
          ALT: () => {
            column = this.SUBRULE(this.column);
          },
        },
        {
          ALT: () => {
            range = this.SUBRULE(this.domain);
          },
        },
      ]);
    });
    return { kind: "Field", name, type, key, optional, range, column, span: this.spanFrom(start) };
  });

  /** `0 to 3000000`. */
  readonly domain: Rule<NonNullable<FieldNode["range"]>> = this.rule("domain", () => {
    const low = this.SUBRULE(this.bound);
    this.CONSUME(word.to);
    return { low, high: this.SUBRULE1(this.bound) };
  });

  /** An end of a domain: a literal, perhaps with a sign. */
  readonly bound: Rule<ExpressionNode> = this.rule("bound", () =>
    this.either<ExpressionNode>([
      { ALT: () => this.SUBRULE(this.negative) },
      { ALT: () => this.SUBRULE(this.quantity) },
      { ALT: () => this.SUBRULE(this.dateOrDateTime) },
    ]),
  );

  readonly type: Rule<TypeNode> = this.rule("type", () => {
    const start = this.LA(1);
    const plain = (name: TypeNode["name"]): TypeNode => ({
      kind: "Type",
      name,
      cases: [],
      item: null,
      span: this.spanFrom(start),
    });
    return this.either<TypeNode>([
      ...WORD_TYPES.map((name) => ({
        ALT: () => {
          this.CONSUME(word[name]);
          return plain(name);
        },
      })),
      {
        ALT: () => {
          this.CONSUME(word.yes);
          this.CONSUME(Divide);
          this.CONSUME(word.no);
          return plain("yes/no");
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.one);
          this.CONSUME(word.of);
          const cases = this.SUBRULE(this.cases);
          return { ...plain("one of"), cases };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.list);
          this.CONSUME1(word.of);
          this.enter();
          const item = this.SUBRULE(this.type);
          this.leave();
          return { ...plain("list of"), item };
        },
      },
    ]);
  });

  readonly cases: Rule<CaseNode[]> = this.rule("cases", () => {
    const cases: CaseNode[] = [];
    this.separated(Comma, () => cases.push(this.SUBRULE(this.case)));
    return cases;
  });

  readonly case: Rule<CaseNode> = this.rule("case", () => {
    const start = this.LA(1);
    const labels: TextNode[] = [];
    const name = this.nameOf(this.CONSUME(Name));
    this.MANY(() => labels.push(this.textOf(this.CONSUME(Text))));
    return { kind: "Case", name, labels, span: this.spanFrom(start) };
  });
}
