/** What every answer of the API is wrapped in. */
export interface Envelope {
  success: boolean;
  result: unknown;
  /** `code message`. */
  errors: readonly string[];
  pages: number;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Null for what is no such answer: HTML of a proxy, cut JSON. */
export const readEnvelope = (body: string): Envelope | null => {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return null;
  }
  if (!isObject(value) || typeof value['success'] !== 'boolean') return null;
  const { errors, result_info: info } = value;
  const pages = isObject(info) ? Number(info['total_pages']) : 1;
  return {
    success: value['success'],
    result: value['result'] ?? null,
    errors: (Array.isArray(errors) ? errors.slice(0, 5) : []).flatMap((one: unknown) =>
      isObject(one)
        ? [
            `${Number(one['code']) || ''} ${typeof one['message'] === 'string' ? one['message'].slice(0, 150) : ''}`.trim(),
          ]
        : [],
    ),
    pages: Number.isInteger(pages) && pages > 0 ? pages : 1,
  };
};
