const PRODUCTION = String.raw`(?:NODE_ENV|\bisProd\w*|\bis_?production\b|IS_PROD\w*|['"]production['"]|import\.meta\.env\.(?:DEV|PROD)\b|\b(?:is|IS)_?(?:Dev|DEV|Test|TEST|Local|LOCAL)\w*|__DEV__|VERCEL_ENV|APP_ENV)`;
const CONDITION = new RegExp(
  String.raw`${PRODUCTION}[^\n]{0,80}(?:\?|&&|\bthen\b)|\bif\b[^\n]{0,120}${PRODUCTION}`,
  'i',
);
const OPENS_BLOCK = new RegExp(String.raw`\bif\s*\([^{}]{0,200}${PRODUCTION}[^{}]{0,200}\)\s*\{`, 'gi');
const ENDS_IN_PRODUCTION = new RegExp(
  String.raw`\bif\b[^{}]{0,200}${PRODUCTION}[^{}]{0,200}(?:\{|:|\))[^}]{0,260}\b(?:throw|exit|raise|panic|fatal|abort)`,
  'i',
);

/**
 * Whether a default cannot reach production as far as the text shows: it stands under a check of the environment, or a check
 * near by, or near another mention of the variable, ends the program in production.
 */
export const isGuarded = (text: string, name: string, at: number): boolean => {
  const reach = text.slice(Math.max(0, at - 300), at);
  if (CONDITION.test(reach.slice(reach.lastIndexOf('\n') + 1)) || insideCheck(text.slice(Math.max(0, at - 700), at)))
    return true;
  if (ENDS_IN_PRODUCTION.test(text.slice(Math.max(0, at - 700), at + 900))) return true;
  for (let i = text.indexOf(name), seen = 0; i !== -1 && seen < 50; i = text.indexOf(name, i + name.length), seen++) {
    if (Math.abs(i - at) > 600 && ENDS_IN_PRODUCTION.test(text.slice(Math.max(0, i - 300), i + 400))) return true;
  }
  return false;
};

const insideCheck = (before: string): boolean =>
  [...before.matchAll(OPENS_BLOCK)].some((found) => {
    let depth = 1;
    for (const letter of before.slice(found.index + found[0].length)) {
      if (letter === '{') depth++;
      else if (letter === '}' && --depth === 0) return false;
    }
    return true;
  });
