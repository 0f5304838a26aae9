import {
  defaultParserErrorProvider,
  getLookaheadPaths,
  type ILookaheadStrategy,
  type IOrAlt,
  type IParserErrorMessageProvider,
  type IToken,
  LLkLookaheadStrategy,
  type TokenType,
} from "chevrotain";

/**
 * Hears what the grammar tries at each token. After a clause that failed it knows everything that might have stood
 * at the mistake, optional parts among them; gates are respected. It listens only while told to.
 */
export class Expectations {
  #token: IToken | undefined;
  #types = new Set<TokenType>();
  isListening = false;

  /** Listens while `parse` runs; gives what was tried at `token`, at which it fails. */
  during(token: IToken, parse: () => unknown): TokenType[] {
    this.#token = undefined;
    this.#types.clear();
    this.isListening = true;
    try {
      parse();
    } finally {
      this.isListening = false;
    }
    return token === this.#token ? [...this.#types] : [];
  }

  /** Notes that `types` were tried at `token`. */
  hear(token: IToken, types: readonly TokenType[]): void {
    if (!this.isListening) return;
    if (token !== this.#token) {
      this.#token = token;
      this.#types.clear();
    }
    for (const type of types) this.#types.add(type);
  }
}

/** The part of a parser that lookahead functions are called on. */
interface Reading {
  LA(howMuch: number): IToken;
}
type Alternatives = IOrAlt<unknown>[];

/** Looks one token ahead as Chevrotain does, and lets `expectations` hear it. */
export class HeardLookahead extends LLkLookaheadStrategy {
  readonly #expectations: Expectations;

  constructor(expectations: Expectations) {
    super({ maxLookahead: 1 });
    this.#expectations = expectations;
  }

  override buildLookaheadForAlternation(
    options: Parameters<ILookaheadStrategy["buildLookaheadForAlternation"]>[0],
  ) {
    const choose = super.buildLookaheadForAlternation(options);
    const expectations = this.#expectations;
    const { prodOccurrence: occurrence, rule } = options;
    const firsts = lazily(() => {
      const paths = getLookaheadPaths({ occurrence, rule, prodType: "Alternation", maxLookahead: 1 });
      return paths.map(firstTypes);
    });
    return function (this: Reading, alternatives?: Alternatives) {
      if (expectations.isListening) {
        const open = firsts().filter((_, index) => alternatives?.[index]?.GATE?.call(this) !== false);
        expectations.hear(this.LA(1), open.flat());
      }
      return choose.call(this, alternatives);
    };
  }

  override buildLookaheadForOptional(
    options: Parameters<ILookaheadStrategy["buildLookaheadForOptional"]>[0],
  ) {
    const enters = super.buildLookaheadForOptional(options);
    const expectations = this.#expectations;
    const { prodOccurrence: occurrence, rule, prodType } = options;
    const firsts = lazily(() => {
      const [inside = []] = getLookaheadPaths({ occurrence, rule, prodType, maxLookahead: 1 });
      return firstTypes(inside);
    });
    return function (this: Reading) {
      if (expectations.isListening) expectations.hear(this.LA(1), firsts());
      return enters.call(this);
    };
  }
}

function firstTypes(paths: readonly (readonly TokenType[])[]): TokenType[] {
  return paths.flatMap(([first]) => (first === undefined ? [] : [first]));
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Lets `expectations` hear the token that was demanded; the message itself is never shown. */
export function heardErrors(expectations: Expectations): IParserErrorMessageProvider {
  return {
    ...defaultParserErrorProvider,
    buildMismatchTokenMessage: ({ expected, actual }) => {
      expectations.hear(actual, [expected]);
      return "";
    },
    buildNoViableAltMessage: () => "",
    buildEarlyExitMessage: () => "",
    buildNotAllInputParsedMessage: () => "",
  };
}
