export type { Person } from "./clocks/reckoning-choice.ts";
export { runContractTests } from "./contract-tests/run-contract-tests.ts";
export type { ExpectationResult, TestResult, TestStatus } from "./contract-tests/test-result.ts";
export {
  type AsOf,
  createEngine,
  type Engine,
  type EngineOptions,
  type Explanation,
  type InvalidLead,
  type LeadInput,
} from "./engine.ts";
export type { EndCause, EventTrace, StartCause } from "./evidence/causes.ts";
export type { ClockEvidence, ClockExplanation } from "./evidence/clock-evidence.ts";
export type { WalkStretch } from "./evidence/walk.ts";
export type { Reason, TruthWord } from "./explain/explain-condition.ts";
export type { ClassExplanation, ScoreExplanation, StageExplanation } from "./explain/explain-lead.ts";
export type { NearestMiss } from "./explain/nearest-miss.ts";
export { type FunnelPlan, planFunnel } from "./funnel/plan-funnel.ts";
export { jsonLogicData } from "./json-logic/json-logic-data.ts";
export { NotPortable } from "./json-logic/not-portable.ts";
export { toJsonLogic } from "./json-logic/to-json-logic.ts";
export type { Excess, LimitVerdict } from "./limits/limit-verdict.ts";
export { createTally, type Tally } from "./limits/tally.ts";
export type { LeadFacts, Occurrence, RecordIssue, Value } from "./records/facts.ts";
export {
  createLeadReader,
  type EventReading,
  type LeadReader,
  type LeadReading,
} from "./records/lead-reader.ts";
export { mergeEvents } from "./records/merge-events.ts";
export { recordSchema } from "./records/record-schema.ts";
export { createRecordValidator } from "./records/record-validator.ts";
export type { BusinessCalendar } from "./time/business-calendar.ts";
export { compileCalendar } from "./time/compile-calendar.ts";
export { type CalendarOptions, createCalendar, type Hours, type Weekday } from "./time/create-calendar.ts";
export { HorizonError } from "./time/horizon.ts";
export type {
  ChainTotal,
  ClockVerdict,
  DueStep,
  Overshoot,
  ReachedStage,
  ScoreRange,
  Verdict,
  WorthAmount,
} from "./verdict.ts";
