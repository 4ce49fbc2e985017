const BEGIN = '# >>> launch-ready gate >>>';
const END = '# <<< launch-ready gate <<<';

const quoted = (text: string): string => `'${text.replaceAll('\\', '/').replaceAll("'", `'\\''`)}'`;

/** Shell lines that refuse a commit when the gate does, or when it cannot run. `here` is this very program, for unshared hooks. */
export const hookBlock = (here: { node: string; script: string } | null): string => {
  const own =
    here === null
      ? ''
      : `elif [ -x ${quoted(here.node)} ] && [ -f ${quoted(here.script)} ]; then\n  ${quoted(here.node)} ${quoted(here.script)} gate --staged || exit 1\n`;
  return `${BEGIN}
# Refuses a commit that holds a secret or an .env file. To remove: npx launch-ready gate --uninstall
if [ -x node_modules/.bin/launch-ready ]; then
  node_modules/.bin/launch-ready gate --staged || exit 1
elif command -v launch-ready >/dev/null 2>&1; then
  launch-ready gate --staged || exit 1
${own}else
  echo 'launch-ready was not found, so this commit is not checked for secrets. Install it, or commit once with --no-verify.' >&2
  exit 1
fi
${END}
`;
};

/** A hook's text without our block. */
export const withoutBlock = (hook: string): string => {
  const begin = hook.indexOf(`${BEGIN}\n`);
  const end = hook.indexOf(`${END}\n`, begin);
  return begin === -1 || end === -1 ? hook : hook.slice(0, begin) + hook.slice(end + END.length + 1);
};

/**
 * A hook's text with our block in it once, right below its first line: many hooks end in `exec` or `exit`, and what stands after
 * that never runs. Null when the hook is not a shell script.
 */
export const withBlock = (hook: string, block: string): string | null => {
  const bare = withoutBlock(hook);
  if (bare === '') return `#!/bin/sh\n${block}`;
  if (!bare.startsWith('#!')) return block + bare;
  const [shebang = ''] = bare.split('\n', 1);
  if (!/\b(?:ba|da|k|z)?sh\b/.test(shebang)) return null;
  return `${shebang}\n${block}${bare.slice(shebang.length + 1)}`;
};

/** Nothing but the first line is left, so that the file has no use. */
export const isBlank = (hook: string): boolean => hook.replace(/^#!.*/, '').trim() === '';
