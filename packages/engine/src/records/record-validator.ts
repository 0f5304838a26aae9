import type { Policy } from "@entente/ir";
import type { ErrorObject } from "ajv";
import { decimalsOf } from "./decimal-text.ts";
import { recordSchema } from "./record-schema.ts";

/** What a JSON Schema validator says of a record. */
export interface RecordValidation {
  readonly valid: boolean;
  /** Where (a JSON pointer) and what, in the validator's words. */
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}

/** Checks records against {@link recordSchema}; its verdict is that of the lead reader. */
export interface RecordValidator {
  validate(record: unknown): RecordValidation;
}

/**
 * A validator for the records of `policy`, made by ajv 8. ajv is loaded here and nowhere else, and generates
 * code from strings at the first `validate`: judging leads needs neither. Where code generation is forbidden, use the
 * lead reader instead.
 */
export async function createRecordValidator(policy: Policy): Promise<RecordValidator> {
  const { Ajv2020 } = await import("ajv/dist/2020.js");
  const ajv = new Ajv2020({ allErrors: true, ownProperties: true, strict: true, logger: false });
  ajv.removeKeyword("multipleOf").addKeyword({
    keyword: "multipleOf",
    type: "number",
    schemaType: "number",
    compile: (step: number) => (value: number) => decimalsOf(value) <= decimalsOf(step),
  });
  const schema = recordSchema(policy);
  return {
    validate(record) {
      const check = ajv.compile(schema);
      const valid = check(record);
      return { valid, errors: valid ? [] : (check.errors ?? []).map(describeError) };
    },
  };
}

function describeError({ instancePath, message, keyword }: ErrorObject): RecordValidation["errors"][number] {
  return { path: instancePath, message: message ?? keyword };
}
