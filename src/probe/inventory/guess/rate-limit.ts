/** Whether an answer's rate-limit headers say that half of what is granted is used up: `RateLimit` of any draft, or `X-RateLimit-*`. */
export const isHalfSpent = (headers: Readonly<Record<string, string>>): boolean => {
  const together = headers['ratelimit'] ?? '';
  const number = (text: string | undefined): number =>
    text === undefined || text.trim() === '' ? Number.NaN : Number.parseInt(text, 10);
  const limit = number(
    headers['ratelimit-limit'] ??
      headers['x-ratelimit-limit'] ??
      /limit=(\d{1,9})/.exec(together)?.[1] ??
      /q=(\d{1,9})/.exec(headers['ratelimit-policy'] ?? '')?.[1],
  );
  const left = number(
    headers['ratelimit-remaining'] ??
      headers['x-ratelimit-remaining'] ??
      /remaining=(\d{1,9})/.exec(together)?.[1] ??
      /\br=(\d{1,9})/.exec(together)?.[1],
  );
  // A limit of thousands is no obstacle.
  return limit > 0 && limit < 5_000 && left < limit / 2;
};
