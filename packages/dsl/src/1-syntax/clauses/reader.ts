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
    const declaration = reader.readDeclaration(stretch);
    if (declaration !== undefined) declarations.push(declaration);
  }
  return {
    declarations: declarations as DeclarationNode[],
    diagnostics: reader.diagnostics,
    unread: reader.unread,
  };
}

/** How deep blocks may stand in one another before they are no longer read. */
const DEEPEST_BLOCK = 8;

/** Where a clause stands. */
interface Place {
  /** How many blocks it stands in. */
  readonly depth: number;
  /** In a block that lacks its `}`, braces have the wrong partners: nothing is told about what stands in them. */
  readonly isUnclosed: boolean;
  readonly isSilent: boolean;
}
const OUTSIDE: Place = { depth: 0, isUnclosed: false, isSilent: false };

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

  readDeclaration(stretch: Stretch): unknown {
    const choice = chooseDeclaration(this.#source, this.#firstTokens(stretch));
    return this.#read(stretch, choice, choice.block, OUTSIDE);
  }

  #readBlock(kind: BlockKind, { from, to }: Stretch, outer: Place): unknown[] {
    const brace = this.#layout.tokens[from];
    const isUnclosed = brace !== undefined && this.#unclosed.has(brace);
    const place = { depth: outer.depth + 1, isUnclosed, isSilent: outer.isSilent || outer.isUnclosed };
    if (place.depth > DEEPEST_BLOCK) return [];
    const nodes: unknown[] = [];
    const inside = { from: from + 1, to: to - 1 };
    for (const stretch of clausesOf(this.#layout, inside, CLAUSES[kind].endsAtComma)) {
      const choice = chooseClause(this.#source, kind, this.#firstTokens(stretch));
      const node = this.#read(stretch, choice, this.#blockOf(choice.rule, stretch), place);
      if (node !== undefined) nodes.push(node);
    }
    return nodes;
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

  /** The node of one clause, whose `{ … }` holds `block`; undefined where the clause cannot be read. */
  #read(stretch: Stretch, choice: Choice, block: BlockKind | undefined, place: Place): unknown {
    const { tokens, blocks } = this.#collapsed(stretch, block !== undefined);
    const { node, diagnostic } = this.#parse(stretch, choice.rule, tokens);
    const told = choice.diagnostic ?? (this.#isMended(tokens) ? undefined : diagnostic);
    const isBraceless = blocks.size === 0 && tokens.every((token) => token.tokenType !== LeftBrace);
    if (told && !place.isSilent && (isBraceless || !place.isUnclosed)) this.diagnostics.push(told);
    const pending = node === undefined ? [] : [...this.#grammar.pending];
    const taken = new Set<IToken>();
    for (const { token, kind, into } of pending) {
      const inside = blocks.get(token);
      if (inside) for (const item of this.#readBlock(kind, inside, place).flat()) into.push(item);
      taken.add(token);
    }
    if (block !== undefined) {
      // Clauses inside of a clause that could not be read are read all the same, for the mistakes in them.
      for (const [token, inside] of blocks) if (!taken.has(token)) this.#readBlock(block, inside, place);
    }
    if (node === undefined) this.unread.push(this.#spanOf(stretch));
    return node;
  }

  #parse(stretch: Stretch, rule: RuleName | undefined, tokens: readonly IToken[]): Parsed {
    const source = this.#source;
    const open = unclosedParenthesis(this.#layout, stretch);
    if (open) {
      const span = spanAt(source, open.startOffset, endOf(open));
      return { diagnostic: reportSyntax("syntax/unclosed-parenthesis", span, {}) };
    }
    if (rule === undefined || tokens.some((token) => token.tokenType === Unknown)) return {};
    this.#grammar.begin(source, tokens);
    try {
      const node: unknown = this.#grammar[rule]();
      const [exception] = this.#grammar.errors;
      if (exception) {
        return { diagnostic: explain({ source, grammar: this.#grammar, rule, tokens, exception }) };
      }
      for (const diagnostic of this.#grammar.told) this.diagnostics.push(diagnostic);
      return { node };
    } catch (error) {
      if (!(error instanceof NestingError)) throw error;
      const { token } = error;
      const span = spanAt(source, Math.max(0, token.startOffset), Math.max(0, endOf(token)));
      return { diagnostic: reportSyntax("syntax/too-deep", span, { limit: NESTING_LIMIT }) };
    }
  }

  /** Whether a mistake in this very clause, outside of its blocks, has been told already. */
  #isMended(tokens: readonly IToken[]): boolean {
    return tokens.some((token) => isMended(token) || this.#unclosed.has(token));
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

interface Parsed {
  readonly node?: unknown;
  readonly diagnostic?: Diagnostic;
}
