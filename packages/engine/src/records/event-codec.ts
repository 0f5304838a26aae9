import type { EventType, Policy } from "@entente/ir";
import { type Binding, bindFields, type Lookup, readBinding } from "./binding.ts";
import { choiceCodec } from "./choice-codec.ts";
import type { Setting } from "./codec-of.ts";
import type { Occurrence, RecordIssue, Value } from "./facts.ts";
import { textCodec } from "./text-codec.ts";
import { timeCodec } from "./time-codec.ts";

/** How the rows of an event table, or the events nested in a lead, are spelled. */
export interface EventCodec {
  readonly event: Binding;
  readonly at: Binding;
  readonly recorded: Binding;
  readonly owner: Binding;
  /** The attributes of each event by its name. */
  readonly attributes: ReadonlyMap<string, readonly Binding[]>;
  /** Columns of the lead record that hold the instant of an event. */
  readonly timestamps: readonly Binding[];
}

const none: ReadonlyMap<string, Value> = new Map();

export function createEventCodec(policy: Policy, setting: Setting): EventCodec {
  const time = timeCodec(setting.toInstant);
  const names = policy.events.map(({ name }) => ({ name, labels: [] }));
  return {
    event: {
      name: "event",
      keys: ["event"],
      required: true,
      codec: choiceCodec(names, "one of the events "),
    },
    at: { name: "at", keys: ["at"], required: true, codec: time },
    recorded: { name: "recorded", keys: ["recorded"], required: false, codec: time },
    owner: { name: "owner", keys: ["owner"], required: false, codec: textCodec },
    attributes: new Map(policy.events.map(({ name, attributes }) => [name, bindFields(attributes, setting)])),
    timestamps: policy.events.flatMap((event) => timestampOf(event, time)),
  };
}

function timestampOf({ name, column }: EventType, codec: Binding["codec"]): Binding[] {
  return column === null ? [] : [{ name, keys: [column], required: false, codec }];
}

/** Reads one event; undefined where issues were added. Keys that the event does not declare are ignored. */
export function readOccurrence(
  codec: EventCodec,
  lookup: Lookup,
  issues: RecordIssue[],
  prefix = "",
): Occurrence | undefined {
  const before = issues.length;
  const event = readBinding(codec.event, lookup, issues, prefix);
  const at = readBinding(codec.at, lookup, issues, prefix);
  const recorded = readBinding(codec.recorded, lookup, issues, prefix);
  const owner = readBinding(codec.owner, lookup, issues, prefix);
  const bindings = typeof event === "string" ? (codec.attributes.get(event) ?? []) : [];
  const attributes = readAttributes(bindings, lookup, issues, prefix);
  if (issues.length > before || typeof event !== "string" || typeof at !== "number") return undefined;
  return {
    event,
    at,
    recorded: typeof recorded === "number" ? recorded : null,
    owner: typeof owner === "string" ? owner : null,
    attributes,
  };
}

function readAttributes(
  bindings: readonly Binding[],
  lookup: Lookup,
  issues: RecordIssue[],
  prefix: string,
): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const binding of bindings) {
    const value = readBinding(binding, lookup, issues, prefix);
    if (value !== undefined) values.set(binding.name, value);
  }
  return values.size === 0 ? none : values;
}

/** Reads the timestamp columns of a lead. They carry no attributes, not even required ones: those are missing. */
export function readTimestamps(codec: EventCodec, lookup: Lookup, issues: RecordIssue[]): Occurrence[] {
  return codec.timestamps.flatMap((binding) => {
    const at = readBinding(binding, lookup, issues);
    return typeof at === "number"
      ? [{ event: binding.name, at, recorded: null, owner: null, attributes: none }]
      : [];
  });
}
