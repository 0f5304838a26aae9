// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
const invisible = /[\u0080-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Text of a file as a terminal may show it: control characters become their pictures (`␛`), and marks that
 * turn the direction of writing become `�`, so that no file can move the cursor or disguise a line.
 * Line feeds and tabs stay.
 */
export function printable(text: string): string {
  return text.replace(controls, picture).replace(invisible, "\ufffd");
}

/** As `printable`, for what other programs read: surrogates that stand alone are replaced as well. */
export function plainLines(text: string): string {
  return printable(text).toWellFormed();
}

function picture(control: string): string {
  const code = control.charCodeAt(0);
  return String.fromCharCode(code === 0x7f ? 0x2421 : 0x2400 + code);
}
