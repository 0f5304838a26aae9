/**
 * A file that cannot be read at all. The message names the file, says what is wrong with it and what to do.
 */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly file: string;
  constructor(file: string, message: string) {
    super(`${file}: ${message}`);
    this.file = file;
  }
}
