import { assertNever, type EventType, type Field, type FieldType } from "@entente/ir";
import { type AnchorKind, anchorOf } from "../phrase/anchor.ts";
import { code, paragraph, table } from "../phrase/nodes.ts";
import { plainText } from "../phrase/plain-text.ts";
import { joined, type Part, type Phrase, say } from "../phrase/say.ts";
import type { Block } from "../phrase/tree.ts";
import { type Draft, sentences } from "../sentences/draft.ts";
import { condition } from "../sentences/expression.ts";
import { formatDecimal } from "../values/format-number.ts";
import { definitionHeading, source } from "./numbering.ts";

/** What is recorded of leads, of people and of events. */
export function recordDefinitions(draft: Draft): Block[] {
  const { policy, language } = draft;
  const nothing = paragraph(language.document.nothing);
  return [
    definitionHeading(draft, "lead"),
    fieldTable(draft, policy.lead.fields, "field"),
    definitionHeading(draft, "people"),
    policy.people === null ? nothing : fieldTable(draft, policy.people.fields, "people"),
    definitionHeading(draft, "events"),
    policy.events.length === 0 ? nothing : eventTable(draft),
  ];
}

function fieldTable(draft: Draft, fields: readonly Field[], kind: AnchorKind): Block {
  const { columns, key, required, optional } = draft.language.document;
  const hasColumn = fields.some(({ column }) => column !== null);
  return table(
    [columns.name, columns.type, columns.required, ...(hasColumn ? [columns.column] : []), columns.source],
    fields.map((field) => ({
      cells: [
        code(field.name),
        fieldType(draft, field.type),
        field.key ? key : field.required ? required : optional,
        ...(hasColumn ? [plainText(field.column ?? "")] : []),
        source(draft, field.span),
      ],
      anchor: anchorOf(kind, field.name),
    })),
  );
}

function eventTable(draft: Draft): Block {
  const { columns } = draft.language.document;
  return table(
    [columns.name, columns.attributes, columns.remarks, columns.source],
    draft.policy.events.map((event) => ({
      cells: [
        code(event.name),
        joined(
          event.attributes.map((each) => attribute(draft, each)),
          draft.language.values.semicolon,
        ),
        remarks(draft, event),
        source(draft, event.span),
      ],
      anchor: anchorOf("event", event.name),
    })),
  );
}

function attribute(draft: Draft, { name, type, column }: Field): Phrase {
  const { document: words, values } = draft.language;
  const from = column === null ? "" : ` (${words.fromColumn(plainText(column))})`;
  return say`${code(name)}${values.colon}${fieldType(draft, type)}${from}`;
}

function remarks(draft: Draft, { about, column, alsoWhen }: EventType): Phrase {
  const words = draft.language.document;
  return sentences(draft, [
    about === undefined ? null : words.aboutAgreement,
    column === null ? null : words.fromColumn(plainText(column)),
    alsoWhen === null ? null : words.alsoWhen(condition(draft, alsoWhen)),
  ]);
}

function fieldType(draft: Draft, type: FieldType): Part {
  const { document: words, locale, values } = draft.language;
  switch (type.kind) {
    case "text":
    case "boolean":
    case "money":
    case "percent":
    case "date":
    case "time":
      return words.types[type.kind];
    case "integer":
    case "number": {
      const bound = (limit: string | null): string | null =>
        limit === null ? null : formatDecimal(locale, limit);
      const range = words.range(bound(type.minimum), bound(type.maximum));
      return range === "" ? words.types[type.kind] : `${words.types[type.kind]}${values.comma}${range}`;
    }
    case "choice": {
      const choices = type.values.map(({ name, labels }) =>
        labels.length === 0
          ? code(name)
          : values.given(
              code(name),
              labels.map((label) => values.quoted(plainText(label))).join(values.comma),
            ),
      );
      return words.choice(joined(choices, values.comma));
    }
    case "list":
      return words.listOf(fieldType(draft, type.of));
    default:
      return assertNever(type);
  }
}
