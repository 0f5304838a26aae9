import type { Clause } from "@entente/ir";
import type { Judged, StartedClock } from "../clocks/judged.ts";
import { isViolation } from "../clocks/status.ts";
import { observeCondition } from "./observe-condition.ts";
import { markAlternatives } from "./observe-events.ts";
import { observePauses } from "./observe-pauses.ts";
import type { Recording } from "./recording.ts";

const MINUTE = 60_000;

/** Records a clock that ran: what answered or stopped it, how close to its deadline, what excuses it. */
export function observeClock(recording: Recording, { verdict }: Judged, started: StartedClock): void {
  const { run, name } = started;
  const { ledger } = recording;
  const { duty } = name.clause;
  ledger.mark(name.clause, "started");
  if (duty.kind === "respond" || duty.kind === "recur")
    markAlternatives(recording, duty.events, run.answer.events);
  if (verdict.status === "discharged" && run.until !== null && run.until.at === run.stop)
    markAlternatives(recording, name.plan.commitment.until, [run.until.event]);
  if (!started.strand.immediate) observeDeadline(recording, verdict.status, started);
  observeTimes(recording, name.clause, started);
  observePauses(recording, started);
  if (verdict.status !== "met" && verdict.status !== "discharged") observeExcuses(recording, started);
}

function observeDeadline(
  { ledger, context }: Recording,
  status: Judged["verdict"]["status"],
  { run, name }: StartedClock,
): void {
  const { due, answer } = run;
  if (answer.done === due) ledger.mark(name.clause, "at due");
  const past = (answer.done ?? context.at) - due;
  if (isViolation(status) && past > 0 && past <= MINUTE) ledger.mark(name.clause, "after due");
}

/** Done as often as asked, and once less often by the deadline. */
function observeTimes({ plan, ledger }: Recording, { duty }: Clause, { run, name }: StartedClock): void {
  if (duty.kind !== "respond") return;
  const times = plan.value(duty.times)(run.query.terms);
  if (times.kind !== "value") return;
  if (run.answer.done !== null) ledger.mark(name.clause, "times");
  else if (run.answer.counted === Number(times.value) - 1 && run.query.view.now > run.due)
    ledger.mark(name.clause, "one less");
}

/** An excuse decides where no other one holds. */
function observeExcuses(recording: Recording, { run, name }: StartedClock): void {
  const { view, opening } = run.query;
  const at = Math.min(run.due, view.now);
  const context = view.context(at, Math.min(view.now, Math.max(at, opening.known)));
  const { commitment, waivers } = name.plan;
  const excuses = commitment.excuses.map((excuse) => recording.plan.condition(excuse)(context));
  for (const [place, excuse] of commitment.excuses.entries()) {
    if (!excuses.some((truth, other) => other !== place && truth === true))
      observeCondition(recording, excuse, context);
  }
  if (excuses.includes(true)) return;
  for (const [place, waiver] of commitment.waivers.entries()) {
    if (waivers[place]?.term.includes(at) !== true) continue;
    if (waiver.for !== null) observeCondition(recording, waiver.for, context);
    if (waiver.for === null || recording.plan.condition(waiver.for)(context) === true)
      recording.ledger.mark(waiver, "waived");
  }
}
