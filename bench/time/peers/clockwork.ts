/** What the peers do. Instants and amounts are milliseconds. */
export interface Clockwork {
  addOpen(at: number, ms: number): number;
  openBetween(from: number, to: number): number;
  addWorkingDays(at: number, days: number): number;
}
