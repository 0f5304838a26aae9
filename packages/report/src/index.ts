export {
  collectReport,
  type ReportCollector,
  type ReportLead,
} from "./collect/collect-report.ts";
export { htmlReport } from "./html/html-report.ts";
export { type CalendarOptions, calendarOf } from "./ics/calendar-of.ts";
export { markdownReport } from "./markdown/markdown-report.ts";
export type { Report, ReportedGoal } from "./report.ts";
