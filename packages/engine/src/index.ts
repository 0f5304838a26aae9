export type { AgreementVerdict, MeetingVerdict, ReviewVerdict } from "./attestations/agreement-verdict.ts";
export { type Attestation, REVIEW } from "./attestations/attestation.ts";
export {
  type AttestationReader,
  type AttestationReading,
  createAttestationReader,
} from "./attestations/attestation-reader.ts";
export type { Person } from "./clocks/reckoning-choice.ts";
export { runContractTests } from "./contract-tests/run-contract-tests.ts";
export type { ExpectationResult, TestResult, TestStatus } from "./contract-tests/test-result.ts";
export {
  type AsOf,
  createEngine,
  type Engine,
  type EngineOptions,
  type LeadInput,
} from "./engine.ts";
export type { EndCause, EventTrace, StartCause } from "./evidence/causes.ts";
export type { ClockEvidence, ClockExplanation } from "./evidence/clock-evidence.ts";
export type { WalkStretch } from "./evidence/walk.ts";
export type { Reason, TruthWord } from "./explain/explain-condition.ts";
export type { ClassExplanation, ScoreExplanation, StageExplanation } from "./explain/explain-lead.ts";
export type { NearestMiss } from "./explain/nearest-miss.ts";
export { chanceRange, type Tails, tailsOf } from "./forecast/contradiction.ts";
export { agreedConversion, type Conversion, observedConversion } from "./forecast/conversion.ts";
export { type ForecastOptions, forecastGoal } from "./forecast/forecast-goal.ts";
export type { ForecastRange, GoalForecast, NoForecast } from "./forecast/window-forecast.ts";
export { agreementHours, type HoursOnDemand, hoursOnDemand } from "./funnel/agreement-hours.ts";
export { type CapacityCheck, openHours, periodsIn } from "./funnel/capacity.ts";
export { carryForward, type FunnelFlow, type LeadsAt } from "./funnel/carry-forward.ts";
export { type DateSpan, monthsIn, monthsPer } from "./funnel/date-span.ts";
export { type Exact, exactAmount } from "./funnel/exact-amount.ts";
export { countWords, fixedDecimal, moneyWords, percentWords } from "./funnel/figure-words.ts";
export {
  createFunnelTally,
  type FunnelHistory,
  type FunnelTally,
  type StepHistory,
} from "./funnel/funnel-history.ts";
export { type FunnelStep, pathOf } from "./funnel/funnel-steps.ts";
export { type FunnelPlan, planFunnel, type SegmentPlan } from "./funnel/plan-funnel.ts";
export { planTerms, type StreamTotal, totalOf } from "./funnel/plan-streams.ts";
export { monthAt, type PlanMonth, planTerm, type TermPlan, termOf } from "./funnel/plan-term.ts";
export { type Solution, type SolutionSum, solveFunnel, type Unknown } from "./funnel/solve-funnel.ts";
export { sumWords } from "./funnel/sum-words.ts";
export { type Supposition, suppose } from "./funnel/suppose.ts";
export type {
  Attainment,
  CancellationState,
  FunnelActuals,
  FunnelStepActuals,
  GoalAttainment,
  GoalStatus,
  GoalUnit,
  GoalWindowAttainment,
  MissedRun,
  PaceDay,
  RemainingDays,
  ReviewState,
  RewardPeriod,
  TimeCounting,
} from "./goals/attainment.ts";
export { isBehind } from "./goals/is-behind.ts";
export { type AttainmentOptions, type AttainmentTally, createAttainment } from "./goals/tally.ts";
export { type ContractHistory, createHistory } from "./history/history.ts";
export { HistoryError } from "./history/history-error.ts";
export { readingPolicy } from "./history/reading-policy.ts";
export { jsonLogicData } from "./json-logic/json-logic-data.ts";
export { NotPortable } from "./json-logic/not-portable.ts";
export { toJsonLogic } from "./json-logic/to-json-logic.ts";
export type { Explanation, InvalidLead } from "./judgement.ts";
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
