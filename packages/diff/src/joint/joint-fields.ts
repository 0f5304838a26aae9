import { assertNever, type EventType, type Field, type FieldType } from "@entente/ir";

/** Fields that hold every value which either version allows; null where a field has two types. */
export function jointFields(base: readonly Field[], head: readonly Field[]): readonly Field[] | null {
  const joined: Field[] = [];
  for (const field of base) {
    const other = head.find(({ name }) => name === field.name);
    const type = other === undefined ? field.type : jointType(field.type, other.type);
    if (type === null) return null;
    joined.push({ ...field, type, required: field.required && (other?.required ?? false) });
  }
  const added = head.filter(({ name }) => !base.some((field) => field.name === name));
  return [...joined, ...added.map((field) => ({ ...field, required: false, key: false }))];
}

/** Events of either version; null where an attribute has two types. */
export function jointEvents(
  base: readonly EventType[],
  head: readonly EventType[],
): readonly EventType[] | null {
  const joined: EventType[] = [];
  for (const event of base) {
    const other = head.find(({ name }) => name === event.name);
    const attributes = jointFields(event.attributes, other?.attributes ?? event.attributes);
    if (attributes === null) return null;
    joined.push({ ...event, attributes: [...attributes] });
  }
  return [...joined, ...head.filter(({ name }) => !base.some((event) => event.name === name))];
}

function jointType(a: FieldType, b: FieldType): FieldType | null {
  switch (a.kind) {
    case "integer":
    case "number":
      if (b.kind !== a.kind) return null;
      return {
        kind: a.kind,
        minimum: wider(a.minimum, b.minimum, (x, y) => x <= y),
        maximum: wider(a.maximum, b.maximum, (x, y) => x >= y),
      };
    case "choice": {
      if (b.kind !== "choice") return null;
      const names = a.values.map(({ name }) => name);
      return {
        kind: "choice",
        values: [...a.values, ...b.values.filter(({ name }) => !names.includes(name))],
      };
    }
    case "list":
      return b.kind === "list" && JSON.stringify(a) === JSON.stringify(b) ? a : null;
    case "text":
    case "boolean":
    case "money":
    case "percent":
    case "date":
    case "time":
      return b.kind === a.kind ? a : null;
    default:
      return assertNever(a);
  }
}

function wider(
  a: string | null,
  b: string | null,
  isWider: (a: number, b: number) => boolean,
): string | null {
  if (a === null || b === null) return null;
  return isWider(Number(a), Number(b)) ? a : b;
}
