/** Whether something that happened at `done` kept a deadline of `due`: a deadline is inclusive. Both epoch milliseconds. */
export function isBy(done: number, due: number): boolean {
  return done <= due;
}
