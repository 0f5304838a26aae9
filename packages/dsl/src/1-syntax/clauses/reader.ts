import type { Diagnostic, Span } from "@entente/ir";
import { createTokenInstance, type IToken } from "chevrotain";
import { reportSyntax } from "../../diagnostics/syntax.ts";
import type { DeclarationNode } from "../ast/file.ts";
import type { BlockKind } from "../grammar/block-kinds.ts";
import { type Grammar, grammar, type RuleName } from "../grammar/grammar.ts";
import { NESTING_LIMIT, NestingError } from "../grammar/syntax-parser.ts";
import { endOf } from "../layout/balance.ts";
import { clausesOf, type Layout, type Stretch, unclosedParenthesis } from "../layout/clauses.ts";
import { isMended } from "../lexer/mend.ts";
import { Block, LeftBrace, Unknown, word } from "../lexer/vocabulary.ts";
import { type Source, spanAt } from "../source.ts";
import { type Choice, chooseClause, chooseDeclaration } from "./choose-rule.ts";
import { explain } from "./explain.ts";
import { CLAUSE_BLOCKS, CLAUSES } from "./rules.ts";

/** What the clauses of a file gave. */
export interface ReadFile {
  readonly declarations: readonly DeclarationNode[];
  readonly diagnostics: readonly Diagnostic[];
  /** Clauses that could not be read and are therefore absent. */
  readonly unread: readonly Span[];
}

/** Reads every declaration and every clause by itself, so that a mistake in one costs no other. */
export function readFile(source: Source, layout: Layout, unclosed: ReadonlySet<IToken>): ReadFile {
  const reader = new Reader(source, layout, unclosed);
  const declarations: unknown[] = [];
  for (const stretch of clausesOf(layout, { from: 0, to: layout.tokens.length })) {
    declarations.push(...reader.readDeclaration(stretch));
  }
  return {
    declarations: declarations as DeclarationNode[],
    diagnostics: reader.diagnostics,
    unread: reader.unread,
  };
}

/** How deep blocks may stand in one another before they are no longer read. */
const DEEPEST_BLOCK = 8;

class Reader {
  readonly diagnostics: Diagnostic[] = [];
  readonly unread: Span[] = [];
  readonly #source: Source;
  readonly #layout: Layout;
  readonly #unclosed: ReadonlySet<IToken>;
  readonly #grammar: Grammar = grammar();

  constructor(source: Source, layout: Layout, unclosed: ReadonlySet<IToken>) {
    this.#source = source;
    this.#layout = layout;
    this.#unclosed = unclosed;
  }

  readDeclaration(stretch: Stretch): unknown[] {
    const choice = chooseDeclaration(this.#source, this.#firstTokens(stretch));
    return this.#read(stretch, choice, choice.block, 0);
  }

  #readBlock(kind: BlockKind, { from, to }: Stretch, depth: number): unknown[] {
    if (depth > DEEPEST_BLOCK) return [];
    const inside = { from: from + 1, to: to - 1 };
    return clausesOf(this.#layout, inside, CLAUSES[kind].endsAtComma).flatMap((stretch) => {
      const choice = chooseClause(this.#source, kind, this.#firstTokens(stretch));
      return this.#read(stretch, choice, this.#blockOf(choice.rule, stretch), depth);
    });
  }

  #firstTokens({ from, to }: Stretch): readonly IToken[] {
    return this.#layout.tokens.slice(from, Math.min(to, from + 3));
  }

  #blockOf(rule: RuleName | undefined, { from, to }: Stretch): BlockKind | undefined {
    if (rule !== "obligation") return rule === undefined ? undefined : CLAUSE_BLOCKS[rule];
    for (let index = from; index < Math.min(to, from + 5); index++) {
      if (this.#layout.tokens[index + 1]?.tokenType !== LeftBrace) continue;
      if (this.#layout.tokens[index]?.tokenType === word.follow) return "follow";
    }
    return undefined;
  }

  /** The node of one clause, in a list that is empty where the clause could not be read. */
  #read(stretch: Stretch, choice: Choice, block: BlockKind | undefined, depth: number): unknown[] {
    if (choice.diagnostic) this.#tell(stretch, choice.diagnostic);
    const { tokens, blocks } = this.#collapsed(stretch, block !== undefined);
    const node = choice.rule === undefined ? undefined : this.#parse(stretch, choice, choice.rule, tokens);
    const pending = node === undefined ? [] : [...this.#grammar.pending];
    const taken = new Set<IToken>();
    for (const { token, kind, into } of pending) {
      const inside = blocks.get(token);
      if (inside) into.push(...this.#readBlock(kind, inside, depth + 1).flat());
      taken.add(token);
    }
    if (block !== undefined) this.#readForDiagnostics(block, blocks, taken, depth);
    if (node === undefined) this.unread.push(this.#spanOf(stretch));
    return node === undefined ? [] : [node];
  }

  /** Clauses inside of a clause that could not be read are read all the same, for the mistakes in them. */
  #readForDiagnostics(
    kind: BlockKind,
    blocks: ReadonlyMap<IToken, Stretch>,
    taken: ReadonlySet<IToken>,
    depth: number,
  ): void {
    for (const [token, inside] of blocks) if (!taken.has(token)) this.#readBlock(kind, inside, depth + 1);
  }

  #parse(stretch: Stretch, choice: Choice, rule: RuleName, tokens: readonly IToken[]): unknown {
    const source = this.#source;
    const open = unclosedParenthesis(this.#layout, stretch);
    if (open) {
      const span = spanAt(source, open.startOffset, endOf(open));
      this.#tell(stretch, reportSyntax("syntax/unclosed-parenthesis", span, {}));
      return undefined;
    }
    if (tokens.some((token) => token.tokenType === Unknown)) return undefined;
    this.#grammar.begin(source, tokens);
    try {
      const node: unknown = this.#grammar[rule]();
      const [exception] = this.#grammar.errors;
      if (exception === undefined) {
        this.diagnostics.push(...this.#grammar.told);
        return node;
      }
      const isTold = choice.diagnostic !== undefined || this.#isMended(tokens);
      if (isTold) return undefined;
      this.#tell(stretch, explain({ source, grammar: this.#grammar, rule, tokens, exception }));
      return undefined;
    } catch (error) {
      if (!(error instanceof NestingError)) throw error;
      const span = spanAt(source, Math.max(0, error.token.startOffset), Math.max(0, endOf(error.token)));
      this.#tell(stretch, reportSyntax("syntax/too-deep", span, { limit: NESTING_LIMIT }));
      return undefined;
    }
  }

  #isMended(tokens: readonly IToken[]): boolean {
    return tokens.some((token) => isMended(token) || this.#unclosed.has(token));
  }

  #tell(_stretch: Stretch, diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
  }

  /** The tokens of a clause; where its `{ … }` is read clause by clause, that is one token. */
  #collapsed(
    { from, to }: Stretch,
    hasBlock: boolean,
  ): { tokens: readonly IToken[]; blocks: ReadonlyMap<IToken, Stretch> } {
    const { tokens, closers } = this.#layout;
    const blocks = new Map<IToken, Stretch>();
    if (!hasBlock) return { tokens: tokens.slice(from, to), blocks };
    const slice: IToken[] = [];
    for (let index = from; index < to; index++) {
      const token = tokens[index];
      if (token === undefined) break;
      const closer = token.tokenType === LeftBrace ? closers.get(index) : undefined;
      if (closer === undefined) {
        slice.push(token);
        continue;
      }
      const end = endOf(tokens[closer]);
      const collapsed = createTokenInstance(Block, "{", token.startOffset, end - 1, 0, 0, 0, 0);
      blocks.set(collapsed, { from: index, to: closer + 1 });
      slice.push(collapsed);
      index = closer;
    }
    return { tokens: slice, blocks };
  }

  #spanOf({ from, to }: Stretch): Span {
    const { tokens } = this.#layout;
    return spanAt(this.#source, tokens[from]?.startOffset ?? 0, endOf(tokens[to - 1]));
  }
}
