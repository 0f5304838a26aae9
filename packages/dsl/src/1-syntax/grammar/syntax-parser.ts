import type { Diagnostic, Span } from "@entente/ir";
import {
  EmbeddedActionsParser,
  type IToken,
  type ParserMethod,
  type TokenType,
  tokenMatcher,
} from "chevrotain";
import type { NameNode, TextNode } from "../ast/name.ts";
import { endOf } from "../layout/balance.ts";
import { VOCABULARY } from "../lexer/vocabulary.ts";
import { type Source, sourceOf, spanAt } from "../source.ts";
import type { BlockContents, BlockKind } from "./block-kinds.ts";
import { Expectations, HeardLookahead, heardErrors } from "./expectations.ts";

/** A rule of the grammar that gives `T`, from what was read before where it takes arguments. */
export type Rule<T, A extends unknown[] = []> = ParserMethod<A, T>;

interface Alternative<T> {
  readonly GATE?: () => boolean;
  readonly ALT: () => T;
}

/** A `{ … }` whose clauses are read after the clause that it stands in, and where they go. */
export interface PendingBlock {
  readonly token: IToken;
  readonly kind: BlockKind;
  readonly into: unknown[];
}

/** How many levels of parentheses, `not`, signs, tables and operators an expression may have. */
export const NESTING_LIMIT = 100;

/** Thrown out of the grammar where an expression is nested more than {@link NESTING_LIMIT} levels deep. */
export class NestingError extends Error {
  override readonly name = "NestingError";
  readonly token: IToken;
  constructor(token: IToken) {
    super("nested too deeply");
    this.token = token;
  }
}

/** What every chapter of the grammar is written with: spans, names, and one token of lookahead beside gates. */
export abstract class SyntaxParser extends EmbeddedActionsParser {
  #source: Source = sourceOf("", "");
  #pending: PendingBlock[] = [];
  #told: Diagnostic[] = [];
  #depth = 0;

  /** Hears what may stand where, while a clause that failed is read once more. */
  readonly expectations: Expectations;

  protected constructor(expectations = new Expectations()) {
    super(VOCABULARY, {
      maxLookahead: 1,
      lookaheadStrategy: new HeardLookahead(expectations),
      errorMessageProvider: heardErrors(expectations),
      recoveryEnabled: false,
      skipValidations: true,
    });
    this.expectations = expectations;
  }

  /** Makes ready to read one clause of `source`. */
  begin(source: Source, tokens: readonly IToken[]): void {
    this.#source = source;
    this.#pending = [];
    this.#told = [];
    this.#depth = 0;
    this.input = [...tokens];
  }
  /** The blocks that the clause read last has, in order. */
  get pending(): readonly PendingBlock[] {
    return this.#pending;
  }
  /** What was told about a clause that can nevertheless be read. */
  get told(): readonly Diagnostic[] {
    return this.#told;
  }

  /** The span from `start` to the token read last. */
  protected spanFrom(start: IToken): Span {
    if (this.RECORDING_PHASE) return spanAt(this.#source, 0, 0);
    return spanAt(this.#source, start.startOffset, Math.max(start.startOffset, endOf(this.LA(0))));
  }
  protected spanOf(token: IToken): Span {
    if (this.RECORDING_PHASE) return spanAt(this.#source, 0, 0);
    return spanAt(this.#source, token.startOffset, endOf(token));
  }
  protected nameOf(token: IToken): NameNode {
    const text = token.image.startsWith("`") ? token.image.replaceAll("`", "") : token.image;
    return { kind: "Name", text, span: this.spanOf(token) };
  }
  protected textOf(token: IToken): TextNode {
    const isClosed = token.image.length > 1 && /["“”„＂]$/.test(token.image);
    const inner = token.image.slice(1, isClosed ? -1 : undefined);
    const value = inner.replace(/\\(.)/gu, (_, escaped: string) => (escaped === "n" ? "\n" : escaped));
    return { kind: "Text", value, span: this.spanOf(token) };
  }
  /** Defines a rule; `impl` runs once before any text is read, with tokens that mean nothing. */
  protected rule<T, A extends unknown[] = []>(name: string, impl: (...args: A) => T): Rule<T, A> {
    return this.RULE(name, impl) as Rule<T, A>;
  }
  /** The first of `alternatives` whose first token (and gate) fits. A second one in a rule is `either1`. */
  protected either<T>(alternatives: Alternative<T>[]): T {
    return this.OR(alternatives) as T;
  }
  protected either1<T>(alternatives: Alternative<T>[]): T {
    return this.OR1(alternatives) as T;
  }
  /** One or more of `item`, with `separator` between them. A rule has at most one such list. */
  protected separated(separator: TokenType, item: () => void): void {
    item();
    this.MANY9(() => {
      this.CONSUME9(separator);
      item();
    });
  }
  /** Whether the `n`th token from here, 1 being the next one, is one of `types`. */
  protected sees(n: number, ...types: TokenType[]): boolean {
    const token = this.LA(n);
    return types.some((type) => tokenMatcher(token, type));
  }
  /** The meaning of words that have just been read. */
  protected meaning<const T>(meaning: T, ..._words: IToken[]): T {
    return meaning;
  }
  /** What stands behind a word that has just been read. */
  protected behind<T>(_word: IToken, value: T): T {
    return value;
  }
  /** Tells something about a clause that can nevertheless be read. */
  protected tell(diagnostic: Diagnostic): void {
    if (!this.RECORDING_PHASE) this.#told.push(diagnostic);
  }
  /** Leaves a block for later; the list it gives is filled once the whole clause has been read. */
  protected block<K extends BlockKind>(token: IToken, kind: K): readonly BlockContents[K][] {
    const into: BlockContents[K][] = [];
    if (!this.RECORDING_PHASE) this.#pending.push({ token, kind, into });
    return into;
  }
  /** As `block`, where each clause gives a list: `into` gets the items of all of them. */
  protected blockOfLists(token: IToken, kind: BlockKind, into: unknown[]): void {
    if (!this.RECORDING_PHASE) this.#pending.push({ token, kind, into });
  }
  /** Goes one level deeper: each call needs its `leave`, which an error makes up for. */
  protected enter(): void {
    if (++this.#depth > NESTING_LIMIT && !this.RECORDING_PHASE) throw new NestingError(this.LA(1));
  }
  protected leave(levels = 1): void {
    this.#depth -= levels;
  }
}
