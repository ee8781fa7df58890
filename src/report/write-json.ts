/** Characters JSON allows in a string, but that steer a terminal or turn the writing direction in a log. */
const UNSAFE = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Marks that a CI runner reads as a command anywhere in a line. */
const RUNNER_COMMAND = /##(?=\[|vso\[|teamcity\[)/gi;

/**
 * JSON in one line that can be printed in a CI log: what a terminal or a runner would act on is written as `\uXXXX`, so
 * that whoever parses it reads the very same values.
 */
export function writeJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(RUNNER_COMMAND, '#\\u0023');
}
