import { randomInt, randomUUID } from 'node:crypto';
import type { JsonSchema } from '../contract/operation.ts';
import { textFromPattern } from './from-pattern.ts';
import { classOf, wordsOf } from './names.ts';
import { matchesPattern } from './safe-test.ts';
import type { ValueContext } from './value-for.ts';

const DAY = 86_400_000;
const chance = (): string => Array.from({ length: 8 }, () => String.fromCharCode(97 + randomInt(26))).join('');

/** A text for a field: private ones carry a canary. Undefined when there is none that fits. */
export const textFor = (
  schema: JsonSchema,
  name: string,
  within: readonly string[],
  context: ValueContext,
): string | undefined => {
  const { pattern, minLength = 0, maxLength = 100_000 } = schema;
  const fits = (text: string): boolean =>
    text.length <= maxLength && text.length >= minLength && (pattern === undefined || matchesPattern(pattern, text));
  const own = wordsOf(name).join(' ');
  for (const make of candidates(schema, own, name, within, context)) {
    const text = padded(make(), minLength);
    if (text !== '' && fits(text)) return text;
  }
  if (pattern !== undefined) {
    for (let tries = 0; tries < 3; tries++) {
      const text = textFromPattern(pattern, minLength);
      if (text !== undefined && fits(text)) return text;
    }
  }
  // The app will say what is wrong with it.
  return padded(chance(), minLength).slice(0, Math.max(1, maxLength));
};

const padded = (text: string, minLength: number): string => {
  if (text === '' || text.length >= minLength || minLength > 20_000) return text;
  return `${text} ${'Made by a launch review. '.repeat(Math.ceil(minLength / 20))}`
    .slice(0, Math.max(minLength, text.length))
    .replace(/ $/, '.');
};

type Make = () => string;

const candidates = (
  { format, maxLength = Infinity }: JsonSchema,
  own: string,
  name: string,
  within: readonly string[],
  context: ValueContext,
): Make[] => {
  const place = [context.place, ...within.slice(1), name].filter((part) => part !== '').join('.');
  const canary = (kind: 'text' | 'email' | 'phone' | 'iban' = 'text', room = maxLength): string =>
    context.plain === true ? '' : context.canaries.plant(context.owner, place, { maxLength: room, kind });
  const made = byFormat(format, own, context);
  const isPrivate = classOf(name, within) === 'private';
  if (format === 'email' || /(?:^| )e ?mail$|(?:^| )email(?: |$)/.test(own)) {
    return [() => (isPrivate ? canary('email') : ''), () => `${chance()}@launch-ready.example`, () => 'a@b.co'];
  }
  if (made !== undefined) return made;
  if (/(?:^| )iban$/.test(own)) return [() => canary('iban'), () => 'DE89370400440532013000'];
  if (/(?:^| )(?:phone|mobile|tel|telephone|fax)(?: |$)/.test(own)) {
    return [
      () => canary('phone'),
      () => canary('phone', Math.min(maxLength, 12)),
      () => '+4930123456',
      () => '4155550132',
      () => '5550132',
    ];
  }
  const usual = byName(own, context);
  if (!isPrivate) return [...usual, ...publicText(own)];
  const around = within.flatMap(wordsOf).join(' ');
  const shaped = /(?:^| )(?:address(?: (?:line )?1)?|street ?\d?|line ?1)$/.test(own)
    ? (token: string) => `12 ${token} Street${/address$/.test(own) ? ', 10115 Berlin' : ''}`
    : /note|memo|message|reason|instruction|body|text|comment|description|detail|content/.test(own) ||
        /message/.test(around)
      ? (token: string) => `Please keep ${token} to yourself.`
      : undefined;
  return [
    ...(shaped === undefined ? [] : [() => withToken(canary('text', maxLength - shaped('').length), shaped)]),
    () => canary(),
    ...usual,
    ...publicText(own),
  ];
};

const withToken = (token: string, shape: (token: string) => string): string => (token === '' ? '' : shape(token));

const byFormat = (format: string | undefined, own: string, { now }: ValueContext): Make[] | undefined => {
  const soon = new Date(Math.ceil((now.getTime() + daysFor(own) * DAY) / 3_600_000) * 3_600_000).toISOString();
  switch (format) {
    case 'uuid':
      return [randomUUID];
    case 'date-time':
    case 'datetime':
      return [() => soon, () => soon.replace(/\.\d+/, ''), () => soon.slice(0, 19)];
    case 'date':
      return [() => soon.slice(0, 10)];
    case 'time':
      return [() => '10:00:00', () => '10:00:00Z', () => '10:00'];
    case 'uri':
    case 'url':
    case 'uri-reference':
    case 'iri':
      return [() => `https://launch-ready.example/${chance()}`, () => 'https://a.co'];
    case 'hostname':
    case 'idn-hostname':
      return [() => 'launch-ready.example'];
    case 'ipv4':
    case 'ip':
      return [() => '192.0.2.10'];
    case 'ipv6':
      return [() => '2001:db8::10'];
    case 'byte':
      return [() => Buffer.from('launch ready').toString('base64')];
    case 'duration':
      return [() => 'PT1H'];
    case 'json-pointer':
      return [() => '/a'];
    default:
      return undefined;
  }
};

const daysFor = (own: string): number => {
  if (/birth|dob/.test(own)) return -13_000;
  if (/(?:^| )(?:end|ends|until|to|expires?|expiry|valid|deadline|check ?out)(?: |$)/.test(own)) return 33;
  return /(?:^| )(?:occurred|happened|purchased|issued|since)(?: |$)/.test(own) ? -1 : 30;
};

const USUAL: readonly (readonly [RegExp, ...string[]])[] = [
  [/(?:^| )country(?: code)?$|^iso/, 'DE', 'Germany', 'DEU'],
  [/(?:^| )currency(?: code)?$/, 'EUR', 'eur'],
  [/(?:^| )(?:zip|zip ?code|postal ?code|post ?code|postcode)$/, '10115', '10115-0000'],
  [/(?:^| )(?:city|town)$/, 'Berlin'],
  [/(?:^| )(?:state|province|region)(?: code)?$/, 'Berlin', 'BE'],
  [/(?:^| )(?:locale|language|lang)$/, 'en', 'en-US'],
  [/(?:^| )time ?zone$/, 'Europe/Berlin'],
  [/(?:^| )(?:first ?name|given ?name)$/, 'Robin'],
  [/(?:^| )(?:last ?name|surname|family ?name)$/, 'Example'],
  [/(?:^| )bic$|swift/, 'COBADEFFXXX'],
  [/card ?num(?:ber)?$/, '4242424242424242'],
  [/(?:^| )(?:cvc|cvv)$/, '123'],
  [/(?:url|website|link|href|image|avatar|photo|picture|webhook|callback)$/, 'https://launch-ready.example/a.png'],
  [/(?:^| )(?:birth ?(?:day|date)|dob|date of birth)$/, '1990-04-01'],
  [/colou?r$/, 'blue', '#3366cc'],
  [/(?:^| )(?:vat|tax)(?: |$)/, 'DE136695976'],
];

const byName = (own: string, context: ValueContext): Make[] => {
  const usual = USUAL.find(([name]) => name.test(own));
  if (usual !== undefined) return usual.slice(1).map((value) => () => value as string);
  if (
    /(?:^| )(?:date|day|starts?|begins?|from|ends?|until|expires?|booked|check ?(?:in|out)|deadline|scheduled)(?: (?:at|on|for|date|time))?$/.test(
      own,
    )
  ) {
    return [...(byFormat('date-time', own, context) ?? []), ...(byFormat('date', own, context) ?? [])];
  }
  if (/(?:^| )(?:slug|handle|user ?name|login|sku|code|reference|ref|key|nonce)$/.test(own)) {
    return [
      () => `lr-${chance()}`,
      () => `LR${chance().toUpperCase()}`,
      () => `lr${chance()}`,
      () => chance().slice(0, 5),
    ];
  }
  return [];
};

const publicText = (own: string): Make[] => {
  const word = chance();
  if (/description|about|bio|summary|body|text|content|comment|message|question/.test(own)) {
    return [() => `Made by a launch review, ${word}.`, () => word];
  }
  return [() => `Launch review ${word}`, () => word, () => word.slice(0, 4), () => word.toUpperCase()];
};
