import { visible } from './visible.ts';

/** The message of a GitHub workflow command, safe for the terminal or log that shows it. */
export const commandData = (text: string): string =>
  visible(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));

/** A property of a GitHub workflow command, such as a file name. */
export const commandProperty = (text: string): string =>
  commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * Keeps a log line from being taken for a command: GitHub's runner looks for `::` behind leading spaces. The backslash
 * stands where a space was, so that indented lines stay as wide as they are.
 */
export const defuseCommand = (line: string): string => line.replace(/^(\s*?)\s?(?=::)/, '$1\\');

/** The runner's older form of a command, `##[error]`, counts anywhere in a line. */
export const defuseMarkers = (text: string): string => text.replaceAll('##[', '#\\#[');
