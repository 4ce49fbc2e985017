/** JSON without comments and commas before a closing bracket; lines stay where they are. */
export const withoutComments = (text: string): string =>
  text
    .replace(
      /("(?:[^"\\\n]|\\.)*")|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
      (whole: string, string: string | undefined) => string ?? whole.replace(/[^\n]/g, ' '),
    )
    .replace(/("(?:[^"\\\n]|\\.)*")|,(?=\s*[}\]])/g, (_, string: string | undefined) => string ?? ' ');
