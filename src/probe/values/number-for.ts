import type { JsonSchema } from '../contract/operation.ts';
import { isStock, wordsOf } from './names.ts';

/** A number for a field, within its bounds. */
export const numberFor = (schema: JsonSchema, name: string, isInteger: boolean): number => {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const step = multipleOf !== undefined && multipleOf > 0 ? multipleOf : isInteger ? 1 : 0;
  const small = step > 0 ? step : 0.01;
  // OpenAPI 3.0 says whether the bound itself is out, 2020-12 gives the bound.
  const low = Math.max(
    (minimum ?? -Infinity) + (exclusiveMinimum === true ? small : 0),
    typeof exclusiveMinimum === 'number' ? exclusiveMinimum + small : -Infinity,
  );
  const high = Math.min(
    (maximum ?? Infinity) - (exclusiveMaximum === true ? small : 0),
    typeof exclusiveMaximum === 'number' ? exclusiveMaximum - small : Infinity,
  );
  const wanted = Math.min(high, Math.max(low, usual(name, isInteger, schema)));
  if (step === 0) return wanted;
  const up = Math.ceil(wanted / step) * step;
  const fits = up <= high ? up : Math.floor(wanted / step) * step;
  return Number(fits.toPrecision(12));
};

const usual = (name: string, isInteger: boolean, { example, examples, minimum }: JsonSchema): number => {
  const own = wordsOf(name).join(' ');
  if (isStock(name)) return 25;
  if (/(?:^| )(?:quantity|qty|count|guests|persons|people|nights)$/.test(own)) return 1;
  const shown = example ?? examples?.[0];
  if (typeof shown === 'number' && Number.isFinite(shown)) return shown;
  const isMoney = /(?:^| )(?:price|cost|amount|fee|value|sum|bid|offer|fare|rate|cents|minor)(?: |$)/.test(own);
  if (isMoney) {
    const inCents = /cents|minor|pence/.test(own) || (isInteger && (minimum ?? 0) >= 20);
    const isPart = /amount|refund|fee|bid|offer/.test(own);
    return (inCents ? 100 : 1) * (isPart ? 5 : 19);
  }
  if (/(?:^| )(?:rating|stars|score)$/.test(own)) return 4;
  if (/(?:^| )(?:percent|percentage|discount)(?: |$)/.test(own)) return 10;
  if (/(?:^| )(?:lat|latitude)$/.test(own)) return 52.52;
  if (/(?:^| )(?:lng|lon|longitude)$/.test(own)) return 13.4;
  if (/(?:^| )(?:year|exp year)$/.test(own)) return 2031;
  if (/(?:^| )(?:month|exp month|day)$/.test(own)) return 12;
  if (/(?:^| )(?:max|limit|uses)(?: |$)/.test(own)) return 10;
  if (/(?:^| )(?:timestamp|epoch)$/.test(own)) return 1_900_000_000;
  return 1;
};
