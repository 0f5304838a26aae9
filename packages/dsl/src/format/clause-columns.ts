import { type ColumnTable, type Cut, cut, type Place, pieceAt, pieceBehind, wordBefore } from "./cuts.ts";

/** A key of so many pieces, and behind it what it stands for. */
const key =
  (pieces = 1, gap = 2) =>
  (_node: unknown, place: Place): readonly (Cut | null)[] => [cut(pieceAt(place, pieces), 1, gap)];

/**
 * A clause that may stand in a commitment: its key is a column only beside the labels of clauses, so that
 * `until reject` below a clause without label reads on.
 */
const keyBesideLabels =
  (pieces = 1) =>
  (_node: unknown, place: Place): readonly (Cut | null)[] => {
    const holder = place.parent?.node;
    if (holder?.kind !== "Commitment") return key(pieces)(_node, place);
    const isLabelled = holder.clauses.some((clause) => clause.kind === "Obligation" && clause.label !== null);
    return isLabelled ? key(pieces, 1)(_node, place) : [];
  };

/** The words of the verbs of a ladder that take two. */
const TWO_WORDS: ReadonlySet<string> = new Set(["escalate", "reassign", "return"]);

/** The columns of clauses: those of one block, between blank lines, are a table. */
export const CLAUSE_COLUMNS: ColumnTable = {
  BetweenParties: key(),
  Effective: key(),
  TimeZone: key(2),
  Currency: key(),
  InFlight: key(2),
  UseCalendar: keyBesideLabels(),
  Because: keyBesideLabels(),

  WeeklyHours: (node) => [cut(node.hours[0]?.span.start, 1)],
  Holidays: key(),
  Closed: (node) => [cut(node.from.span.start, 1), cut(node.label?.span.start, 2)],
  Open: (node) => [cut(node.date.span.start, 1), cut(node.hours[0]?.span.start, 2)],

  Field: (node, place) => [
    cut(node.type.span.start, 1),
    cut(node.column && wordBefore(place, "from", node.column.span.start), 2),
  ],

  ScoreLine: key(2),
  ClassCase: (node, place) => [
    cut(pieceBehind(place, node.name.span.end), 1),
    cut(node.worth?.span.start, 2),
  ],

  Obligation: (node) => [cut(node.label && node.party.span.start, 1, 1)],
  Pause: keyBesideLabels(),
  Until: keyBesideLabels(),
  Unless: (node, place) => {
    const isUnless = place.script.pieces[place.item.first]?.text === "unless";
    return keyBesideLabels(isUnless ? 1 : 2)(node, place);
  },
  Waive: keyBesideLabels(),
  Warn: keyBesideLabels(),
  Otherwise: keyBesideLabels(),
  FollowStep: key(3, 1),

  LadderStep: (node, place) => [place.item.block === null ? cut(node.actions[0]?.span.start, 1) : null],
  Action: (node, place) => key(TWO_WORDS.has(node.verb) ? 2 : 1, 1)(node, place),

  MeasureClause: key(),
  Baseline: key(),
  Targets: key(2),
  Tolerance: key(),

  Quota: key(),
  Deal: key(),
  FunnelRate: (node, place) => [cut(pieceBehind(place, node.to.span.end), 1)],
  Cycle: key(),
  Capacity: key(),
  Mix: key(),
  Rounding: key(),

  Panel: key(),
  Hearing: key(),
  Decision: key(),
  Arbiter: key(),
  Assignment: key(),

  TestEvent: (node) => [cut(node.event.span.start, 1, 2, 2)],
  Setting: key(2, 1),
};

/** The columns of an agenda of a meeting, for which the tree has no node. */
export const agendaColumns = (place: Place): readonly (Cut | null)[] => key()(null, place);
