import type { SyntaxNode } from "../1-syntax/ast/node.ts";
import type { Script } from "./script.ts";

/** A declaration or a clause: the pieces from `first` to `last`, and the clauses in its `{ … }` where it has one. */
export interface Item {
  /** Null for the clauses that the tree does not hold one by one: those of a meeting and of a reward. */
  readonly node: SyntaxNode | null;
  readonly first: number;
  readonly last: number;
  readonly block: ItemBlock | null;
}

/** A `{ … }` whose clauses stand on lines of their own, or all on one. */
export interface ItemBlock {
  /** Index of the `{`. */
  readonly open: number;
  /** Index of the `}`. */
  readonly close: number;
  readonly items: readonly Item[];
  readonly style: BlockStyle;
}

/** How clauses stand on one line: cut by `;`, a list with commas that may be wrapped, or one after the other. */
export type BlockStyle = "clauses" | "settings" | "phrases";

/** The declarations of a script in the order of the text. */
export function itemsOf(script: Script): Item[] {
  return script.ast.declarations.map((node) => itemOf(script, node));
}

function itemOf(script: Script, node: SyntaxNode): Item {
  const first = script.startingAt.get(node.span.start) ?? 0;
  const last = script.endingAt.get(node.span.end) ?? first;
  return { node, first, last, block: blockOf(script, node, first, last) };
}

function blockOf(script: Script, node: SyntaxNode, first: number, last: number): ItemBlock | null {
  const held = clausesIn(node);
  if (held === null) return null;
  const open = nextIndex(script, first, last, ({ kind }) => kind === "{");
  const close = open === undefined ? undefined : script.closers.get(open);
  if (open === undefined || close === undefined) return null;
  if (node.kind === "Meeting") return { open, close, items: agendas(script, open, close), style: "clauses" };
  if (node.kind === "Reward") return { open, close, items: phrases(script, open, close), style: "phrases" };
  const style = SETTINGS.has(node.kind) ? "settings" : "clauses";
  return { open, close, items: held.map((clause) => itemOf(script, clause)), style };
}

/** Clauses that hold a list of values. */
const SETTINGS: ReadonlySet<SyntaxNode["kind"]> = new Set(["TestLead", "TestPerson", "TestEvent"]);

/** The clauses that may stand in the node's own `{ … }`; null where it has none that is laid out clause by clause. */
function clausesIn(node: SyntaxNode): readonly SyntaxNode[] | null {
  switch (node.kind) {
    case "Agreement":
    case "Score":
    case "Commitment":
    case "Goal":
    case "Funnel":
    case "Dispute":
    case "Responsibility":
    case "Test":
      return node.clauses;
    case "Calendar":
      return node.by === null ? node.clauses : null;
    case "Lead":
    case "People":
      return node.fields;
    case "Event":
      return node.attributes;
    case "Classify":
      return node.cases;
    case "Ladder":
      return node.steps;
    case "LadderStep":
      return node.actions;
    case "Obligation":
      return node.duty.kind === "FollowDuty" ? node.duty.steps : null;
    case "TestLead":
    case "TestPerson":
      return node.settings;
    case "TestEvent":
      return node.attributes;
    case "Meeting":
    case "Reward":
      return [];
    default:
      return null;
  }
}

/** The clauses of a meeting: each begins with the word `agenda`, and its points are quoted. */
function agendas(script: Script, open: number, close: number): Item[] {
  return cutBefore(script, open, close, "agenda");
}

/** The two halves of a reward: `when …` and `give …`; a goal may be called `give` too. */
function phrases(script: Script, open: number, close: number): Item[] {
  const from = nextIndex(script, open, close, ({ text }) => text === "in") ?? open;
  const give = nextIndex(script, from, close, ({ text }) => text === "give") ?? close;
  return [codeBetween(script, open + 1, give), codeBetween(script, give, close)].flatMap(
    (item) => item ?? [],
  );
}

function cutBefore(script: Script, open: number, close: number, word: string): Item[] {
  const starts: number[] = [];
  for (let index = open + 1; index < close; index++) {
    if (script.pieces[index]?.text === word) starts.push(index);
  }
  return starts.flatMap((start, at) => codeBetween(script, start, starts[at + 1] ?? close) ?? []);
}

/** The item from the first to the last piece of code in a stretch; undefined where it holds none. */
function codeBetween({ pieces }: Script, from: number, to: number): Item | undefined {
  const isCode = (index: number): boolean => {
    const kind = pieces[index]?.kind;
    return kind !== "break" && kind !== "comment" && kind !== "semicolon";
  };
  let first = from;
  let last = to - 1;
  while (first <= last && !isCode(first)) first++;
  while (last >= first && !isCode(last)) last--;
  return first > last ? undefined : { node: null, first, last, block: null };
}

function nextIndex(
  { pieces }: Script,
  from: number,
  to: number,
  fits: (piece: Script["pieces"][number]) => boolean,
): number | undefined {
  for (let index = from; index <= to; index++) {
    const piece = pieces[index];
    if (piece !== undefined && fits(piece)) return index;
  }
  return undefined;
}
