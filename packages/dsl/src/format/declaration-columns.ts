import { type ColumnTable, type Cut, cut, type Place, pieceAt, pieceBehind, wordBefore } from "./cuts.ts";

/** The name, or the title, behind the word that begins a declaration. */
const name = (place: Place): Cut | null => cut(pieceAt(place, 1), 0, 1);
/** The `{ … }`, where it stands on the line of the declaration. */
const block = (place: Place, column = 9): Cut | null => {
  const { script, item } = place;
  return cut(item.block === null ? null : script.pieces[item.block.open]?.start, column, 1);
};
const titled = (_node: unknown, place: Place) => [name(place), block(place)];

/** The columns of declarations: those of one kind on neighbouring lines are a table. */
export const DECLARATION_COLUMNS: ColumnTable = {
  Party: (node, place) => [name(place), cut(node.label?.span.start, 1, 1)],
  Role: (node, place) => {
    const { end } = node.label?.span ?? node.name.span;
    return [name(place), cut(node.label?.span.start, 1, 1), cut(pieceBehind(place, end), 2, 1)];
  },
  Calendar: titled,
  Event: (node, place) => {
    const { column } = node;
    const of = node.about === "agreement" ? pieceBehind(place, node.name.span.end) : null;
    return [
      name(place),
      cut(of, 1),
      cut(column && wordBefore(place, "from", column.span.start), 2),
      block(place),
    ];
  },
  Define: (node, place) => [name(place), cut(pieceBehind(place, node.name.span.end), 1, 1)],
  Score: titled,
  Classify: titled,
  Stage: (node, place) => {
    const { label, when, unless, at } = node;
    const [after] = node.after;
    return [
      name(place),
      cut(label?.span.start, 1),
      cut(after && wordBefore(place, "after", after.span.start), 2),
      cut(when && wordBefore(place, "when", when.span.start), 3),
      cut(unless && wordBefore(place, "unless", unless.span.start), 4),
      cut(at && wordBefore(place, "at", at.span.start), 5),
    ];
  },
  Commitment: (node, place) => {
    const { appliesTo } = node;
    const narrowed = appliesTo && wordBefore(place, "for", appliesTo.span.start);
    return [name(place), cut(narrowed, 1, 1), block(place, narrowed === null ? 2 : 3)];
  },
  Ladder: titled,
  Goal: (node, place) => {
    const [party] = node.parties;
    return [name(place), cut(party && wordBefore(place, "by", party.span.start), 1, 1), block(place)];
  },
  Funnel: titled,
  Reward: (_node, place) => {
    const give = place.item.block?.items[1];
    return [name(place), block(place), cut(give && place.script.pieces[give.first]?.start, 10, 2, 2)];
  },
  Meeting: (node, place) => {
    const [attendee] = node.attendedBy;
    return [
      name(place),
      cut(node.every.span.start, 1),
      cut(wordBefore(place, "for", node.duration.span.start), 2, 1),
      cut(attendee && wordBefore(place, "attended", attendee.span.start), 3),
      block(place),
    ];
  },
  Responsibility: titled,
  Signature: (node, place) => [
    name(place),
    cut(wordBefore(place, "as", node.role.span.start), 1, 1),
    cut(wordBefore(place, "on", node.on.span.start), 2, 1),
  ],
  Test: titled,
};
