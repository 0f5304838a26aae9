import type { ExpressionNode } from "../1-syntax/ast/expressions.ts";
import type { EventNode, FieldNode, LeadNode, TypeNode } from "../1-syntax/ast/facts.ts";
import { reportCheck } from "../diagnostics/check.ts";
import { behind, type Fixes, inserting, rearranging } from "../diagnostics/fixes.ts";
import type { Checking } from "./checking.ts";
import { checkCondition, checkValue } from "./expressions.ts";
import { NUMBER } from "./types.ts";

/** The lead record: one key, sound types and ranges. Duplicate field names are the resolver's. */
export function checkLead(node: LeadNode, checking: Checking): void {
  const keys = node.fields.filter((field) => field.key);
  if (keys.length !== 1) {
    const span = keys[1]?.name.span ?? node.span;
    const fixes = keys.length === 0 ? keyFix(node) : {};
    checking.diagnostics.push(reportCheck("check/no-key", span, { found: keys.length }, fixes));
  }
  checkFields(node.fields, "the lead", checking, false);
}

/** A required field that is called `id` is the key that was meant. */
function keyFix(node: LeadNode): Fixes {
  const id = node.fields.find((field) => field.name.text === "id");
  if (id === undefined || id.optional || id.type.name !== "text") return {};
  return { fixes: [inserting(behind(id.type.span), " key")] };
}

/** Fields of the lead or of the people, or attributes of an event. */
export function checkFields(
  fields: readonly FieldNode[],
  of: string,
  checking: Checking,
  duplicates = true,
): void {
  const seen = new Map<string, FieldNode>();
  for (const field of fields) {
    const first = seen.get(field.name.text);
    if (first !== undefined && duplicates) reportDuplicate(field.name.text, of, field, first, checking);
    else seen.set(field.name.text, field);
    checkField(field, checking);
  }
}

function reportDuplicate(
  name: string,
  of: string,
  second: { readonly name: FieldNode["name"] },
  first: { readonly name: FieldNode["name"] },
  checking: Checking,
): void {
  const related = [{ span: first.name.span, label: "the first one" }];
  checking.diagnostics.push(reportCheck("check/duplicate-case", second.name.span, { name, of }, { related }));
}

function checkField(field: FieldNode, checking: Checking): void {
  if (field.key && field.optional) {
    const params = { name: field.name.text };
    checking.diagnostics.push(
      reportCheck("check/optional-key", field.name.span, params, requiredFix(field, checking)),
    );
  }
  checkCases(field.name.text, field.type, checking);
  if (field.range === null) return;
  const { low, high } = field.range;
  const type = field.type.name === "list of" ? (field.type.item?.name ?? field.type.name) : field.type.name;
  if (type !== "integer" && type !== "number") {
    checking.diagnostics.push(
      reportCheck("check/range-needs-number", low.span, { name: field.name.text, type: withArticle(type) }),
    );
    return;
  }
  const accepts = (found: { readonly kind: string }): boolean => found.kind === "number";
  checkValue(low, accepts, "a number", NUMBER, checking);
  checkValue(high, accepts, "a number", NUMBER, checking);
  const from = decimalOf(low);
  const to = decimalOf(high);
  if (from !== null && to !== null && Number(from) > Number(to)) {
    const texts = [checking.textAt(high.span), checking.textAt(low.span)];
    const fixes = [rearranging("swap the two", [low.span, high.span], texts)];
    checking.diagnostics.push(
      reportCheck("check/reversed-range", low.span, { low: from, high: to, of: "numbers" }, { fixes }),
    );
  }
}

function requiredFix(field: FieldNode, checking: Checking): Fixes {
  const from = field.type.span.end;
  const word = /\s+optional\b/.exec(checking.textAt({ ...field.span, start: from }));
  if (word === null || field.column !== null) return {};
  const start = from + word.index;
  const span = { ...field.span, start, end: start + word[0].length };
  return { fixes: [{ title: "take `optional` out", edits: [{ span, text: "" }] }] };
}

function withArticle(type: TypeNode["name"]): string {
  if (type === "yes/no" || type === "date" || type === "time" || type === "text") return `a ${type}`;
  return type === "money" || type === "percent" ? type : `a \`${type}\``;
}

function checkCases(of: string, type: TypeNode, checking: Checking): void {
  if (type.item !== null) checkCases(of, type.item, checking);
  const seen = new Map<string, TypeNode["cases"][number]>();
  for (const item of type.cases) {
    const first = seen.get(item.name.text);
    if (first === undefined) seen.set(item.name.text, item);
    else reportDuplicate(item.name.text, `\`${of}\``, item, first, checking);
  }
}

/** A signed decimal written as a number; null for anything else. */
export function decimalOf(node: ExpressionNode): string | null {
  if (node.kind === "Number") return node.value;
  if (node.kind === "Negate" && node.operand.kind === "Number") return `-${node.operand.value}`;
  return null;
}

/** An event's attributes, and the condition of a derived one. */
export function checkEvent(node: EventNode, checking: Checking): void {
  checkFields(node.attributes, `\`${node.name.text}\``, checking);
  checkCondition(node.alsoWhen, checking);
}
