/** Deeper than JSON in base64 in JSON nobody packs by accident. */
const MOST_LAYERS = 3;
const LONGEST = 4 * 1024 * 1024;

const BASE64_RUN = /[A-Za-z0-9+/_-]{20,}={0,2}/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', commat: '@', period: '.', plus: '+', num: '#' };

const codePoint = (code: number): string => (code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '');

const withoutEscapes = (text: string): string =>
  text
    .replaceAll(/\\{1,4}u(?:\{([0-9a-f]{1,6})\}|([0-9a-f]{4}))/gi, (_, braced?: string, plain?: string) =>
      codePoint(Number.parseInt(braced ?? plain ?? '', 16)),
    )
    .replaceAll(/\\{1,4}x([0-9a-f]{2})/gi, (_, hex: string) => codePoint(Number.parseInt(hex, 16)));

const withoutEntities = (text: string): string =>
  text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|commat|period|plus|num));/gi,
    (_, hex?: string, decimal?: string, named?: string) =>
      named === undefined
        ? codePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
        : (ENTITIES[named.toLowerCase()] ?? ''),
  );

const withoutPercents = (text: string): string =>
  text.replaceAll(/%(?:25)*([0-7][0-9a-f])/gi, (_, hex: string) => codePoint(Number.parseInt(hex, 16)));

/** What base64 runs hold, a line each. A slash may be part of a run or stand between two (a path), so both are tried. */
const outOfBase64 = (text: string): string => {
  const found: string[] = [];
  for (const [run] of text.matchAll(BASE64_RUN)) {
    found.push(Buffer.from(run, 'base64').toString('latin1'));
    if (run.includes('/')) {
      for (const part of run.split('/')) {
        if (part.length >= 20) found.push(Buffer.from(part, 'base64').toString('latin1'));
      }
    }
  }
  return found.join('\n');
};

/** A text as it is and with its encodings taken off, in the order in which they are likely. */
export const layersOf = (text: string): string[] => {
  const layers: string[] = [];
  const visit = (at: string, depth: number): void => {
    layers.push(at);
    if (depth >= MOST_LAYERS) return;
    let plain = at;
    if (plain.includes('\\')) plain = withoutEscapes(plain);
    if (plain.includes('&')) plain = withoutEntities(plain);
    if (plain.includes('%')) plain = withoutPercents(plain);
    if (plain !== at) layers.push(plain);
    const inside = outOfBase64(plain);
    // What base64 gives of a text that is none is noise; only what looks like text again is looked through again.
    if (inside.length > 0) {
      if (/[ -~]{24}/.test(inside)) visit(inside, depth + 1);
      else layers.push(inside);
    }
  };
  visit(text.length > LONGEST ? text.slice(0, LONGEST) : text, 0);
  return layers;
};
