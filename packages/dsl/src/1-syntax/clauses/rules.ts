import type { IToken } from "chevrotain";
import { tokenMatcher } from "chevrotain";
import type { BlockKind } from "../grammar/block-kinds.ts";
import type { RuleName } from "../grammar/grammar.ts";
import { Colon, DAY_TEXTS, DateToken, Name, word } from "../lexer/vocabulary.ts";
import type { DeclarationWord } from "../lexer/words.ts";

/** The rule that reads each declaration, and what its `{ … }` holds. */
export const DECLARATIONS: Readonly<
  Record<DeclarationWord, { readonly rule: RuleName; readonly block?: BlockKind }>
> = {
  agreement: { rule: "agreement", block: "agreement" },
  import: { rule: "import" },
  party: { rule: "party" },
  role: { rule: "role" },
  calendar: { rule: "calendar", block: "calendar" },
  lead: { rule: "lead", block: "fields" },
  people: { rule: "people", block: "fields" },
  event: { rule: "event", block: "fields" },
  define: { rule: "define" },
  score: { rule: "score", block: "score" },
  classify: { rule: "classify", block: "classify" },
  stage: { rule: "stage" },
  commitment: { rule: "commitment", block: "commitment" },
  ladder: { rule: "ladder", block: "ladder" },
  goal: { rule: "goal", block: "goal" },
  funnel: { rule: "funnel", block: "funnel" },
  reward: { rule: "reward" },
  meeting: { rule: "meeting", block: "meeting" },
  dispute: { rule: "dispute", block: "dispute" },
  responsibility: { rule: "responsibility", block: "responsibility" },
  review: { rule: "review" },
  cancellation: { rule: "cancellation" },
  signature: { rule: "signature" },
  test: { rule: "test", block: "test" },
};

/** How the clauses of one kind of block are told apart. */
export interface ClauseRules {
  /** What holds such clauses, as a message says it: "a goal". */
  readonly of: string;
  /** The rule for each first word. */
  readonly byWord: Readonly<Record<string, RuleName>>;
  /** How the clauses begin, as a message says it. */
  readonly known: readonly string[];
  /** The rule that the first tokens themselves ask for, whatever the words. */
  readonly byShape?: (first: IToken, second: IToken | undefined) => RuleName | undefined;
  /** The rule for a clause whose first word is no keyword and resembles none. */
  readonly otherwise?: (first: IToken, second?: IToken, third?: IToken) => RuleName | undefined;
  /** Whether a comma ends a clause as a line does. */
  readonly endsAtComma?: boolean;
}

const quoted = (words: readonly string[]): string[] => words.map((text) => `\`${text}\``);

function clauses(
  of: string,
  byWord: Readonly<Record<string, RuleName>>,
  more: Partial<ClauseRules> = {},
): ClauseRules {
  return { of, byWord, known: quoted(Object.keys(byWord)), ...more };
}

const ACTIONS = {
  notify: "action",
  escalate: "action",
  reassign: "action",
  return: "action",
  assign: "action",
  meet: "action",
  report: "action",
  do: "action",
} as const;

/** The clauses of each kind of block. */
export const CLAUSES: Readonly<Record<BlockKind, ClauseRules>> = {
  agreement: clauses(
    "an agreement",
    {
      between: "betweenParties",
      effective: "effective",
      time: "timeZone",
      currency: "currency",
      in: "inFlight",
      calendar: "useCalendar",
      because: "because",
    },
    {
      known: quoted(["between", "effective", "time zone", "currency", "in flight", "calendar", "because"]),
    },
  ),
  calendar: clauses(
    "a calendar",
    {
      holidays: "holidays",
      closed: "closed",
      open: "open",
      time: "timeZone",
      ...Object.fromEntries(DAY_TEXTS.map((day) => [day, "weeklyHours"] as const)),
    },
    {
      known: ["days such as `mon-fri`", ...quoted(["holidays", "closed", "open", "time zone"])],
    },
  ),
  fields: clauses("a record", {}, { otherwise: () => "field" }),
  score: clauses(
    "a score",
    { fades: "scoreFades", expires: "scoreExpires", never: "scoreBound", resets: "scoreResets" },
    {
      byShape: (first) => (/^[+＋\-–−\d]/.test(first.image) ? "scoreLine" : undefined),
      known: ["points such as `+10`", ...quoted(["fades", "expires", "never", "resets"])],
    },
  ),
  classify: clauses("a classification", {}, { otherwise: () => "classCase" }),
  commitment: clauses(
    "a commitment",
    {
      pause: "pause",
      until: "until",
      unless: "unless",
      excused: "excusedWhen",
      waive: "waive",
      warn: "warn",
      otherwise: "otherwise",
      because: "because",
      calendar: "useCalendar",
    },
    {
      known: [
        "a promise such as `sales must …`",
        ...quoted([
          "pause",
          "until",
          "unless",
          "excused when",
          "waive",
          "warn",
          "otherwise",
          "because",
          "calendar",
        ]),
      ],
      byShape: (_first, second) =>
        second && (tokenMatcher(second, word.must) || tokenMatcher(second, Colon)) ? "obligation" : undefined,
      otherwise: (first, second) => (second && tokenMatcher(first, Name) ? "obligation" : undefined),
    },
  ),
  follow: clauses("a plan to follow", { day: "followStep" }, { known: ["a day such as `day 0:`"] }),
  ladder: clauses(
    "a ladder",
    { at: "ladderStep", after: "ladderStep" },
    { known: quoted(["at breach", "after"]) },
  ),
  actions: clauses("a step of a ladder", ACTIONS),
  goal: clauses(
    "a goal",
    {
      measure: "measureClause",
      baseline: "baseline",
      at: "targets",
      tolerance: "tolerance",
      otherwise: "otherwise",
      because: "because",
    },
    {
      known: quoted(["measure", "baseline", "at least", "at most", "tolerance", "otherwise", "because"]),
    },
  ),
  funnel: clauses(
    "a funnel",
    {
      quota: "quota",
      deal: "deal",
      cycle: "cycle",
      capacity: "capacity",
      mix: "mix",
      rounding: "rounding",
      because: "because",
    },
    {
      byShape: (_first, second) => (second && tokenMatcher(second, word.to) ? "funnelRate" : undefined),
      otherwise: (first, _second, third) =>
        third && tokenMatcher(first, Name) && tokenMatcher(third, Name) ? "funnelRate" : undefined,
      known: [
        ...quoted(["quota", "deal", "cycle", "capacity", "mix", "rounding", "because"]),
        "a rate such as `MQL to SQL 34%`",
      ],
    },
  ),
  meeting: clauses("a meeting", { agenda: "agenda" }),
  dispute: clauses("a dispute", {
    panel: "panel",
    hearing: "hearing",
    decision: "decision",
    arbiter: "arbiter",
  }),
  responsibility: clauses("a responsibility", {
    responsible: "assignment",
    accountable: "assignment",
    consulted: "assignment",
    informed: "assignment",
  }),
  test: clauses(
    "a test",
    { lead: "testLead", people: "testPerson", at: "testAt", expect: "expectation" },
    {
      byShape: (first) => (tokenMatcher(first, DateToken) ? "testEvent" : undefined),
      known: ["`lead`", "`people`", "a date and time with an event", "`at`", "`expect`"],
    },
  ),
  settings: clauses("a list of values", {}, { otherwise: () => "setting", endsAtComma: true }),
};

/** What the `{ … }` of a clause holds, where the clause has one that is read clause by clause. */
export const CLAUSE_BLOCKS: Readonly<Partial<Record<RuleName, BlockKind>>> = {
  ladderStep: "actions",
  testLead: "settings",
  testPerson: "settings",
  testEvent: "settings",
};
