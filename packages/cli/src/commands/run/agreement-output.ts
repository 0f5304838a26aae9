import type { AgreementVerdict } from "@entente/engine";
import type { Policy } from "@entente/ir";
import { agreementRecords } from "../../output/agreement-json.ts";
import { agreementText } from "../../output/agreement-text.ts";
import type { TextSink } from "../../output/text-sink.ts";
import { write } from "../../terminal/write.ts";
import { zoneOf } from "../as-of.ts";
import type { Session } from "../session.ts";

/** Writes how the agreement itself stands: to a file of its own, and with the table for people. */
export async function tellAgreement(
  session: Session,
  policy: Policy,
  verdict: AgreementVerdict,
  { table, file }: { readonly table: boolean; readonly file: TextSink | null },
): Promise<void> {
  for (const record of agreementRecords(verdict)) await file?.write(`${JSON.stringify(record)}\n`);
  await file?.flush();
  if (table) {
    await write(session.io.stdout, agreementText(verdict, zoneOf(policy), session.colours().out));
  }
}
