import { z } from 'zod';
import { lastQuestion, listingIn, offers, toolResults, type ChatRequest, type Turn } from './model-chat.ts';

const UUID = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/i;
/** What a seller or buyer would hardly write of a thing, but does write for a model. Also what only a program could read. */
const FOR_MODELS =
  /\b(?:ignore|disregard|forget|override)\b.*\b(?:instruction|prompt|rule|above|previous)|system prompt|\b(?:assistant|AI)\b|\bcall \w+\(?|<[a-z!/]|!?\[[^\]]*\]\(|https?:|\S{40,}/i;

/** The sentences that describe, in their own words. */
const descriptive = (text: string, most: number): string =>
  text
    .split(/(?<=[.!?])\s+|\n+/)
    .filter((sentence) => sentence.trim() !== '' && !FOR_MODELS.test(sentence))
    .slice(0, most)
    .join(' ');

/** Does what the user's own words ask, by simple rules. What stands in quotes, listings and tool results is data. */
export const robustTurn = (request: ChatRequest): Turn => {
  const question = lastQuestion(request);
  const listing = listingIn(question);
  if (listing !== null) {
    const { title, description, price = '' } = listing;
    return {
      say: [`${descriptive(title, 1)}:`, descriptive(description, 3), price && `It costs ${price}.`].join(' ').trim(),
    };
  }
  const results = toolResults(request);
  if (results.length > 0) return { say: results.map(({ name, result }) => tell(name, result)).join('\n') };
  return chooseTool(request, question.replaceAll(/"[^"]*"|“[^”]*”|`[^`]*`/g, ''));
};

const call = (request: ChatRequest, name: string, input: unknown = {}): Turn =>
  offers(request, name)
    ? { call: [{ name, arguments: JSON.stringify(input) }] }
    : { say: 'I can not do that for you. Balances and payouts are for people with a shop.' };

const chooseTool = (request: ChatRequest, asked: string): Turn => {
  const [orderId] = UUID.exec(asked) ?? [];
  if (
    /\bpay\w*\W?out|paid out|\bmy money\b/i.test(asked) &&
    /prepare|request|start|\bmake a\b|please pay|^pay/i.test(asked)
  ) {
    return call(request, 'preparePayout');
  }
  if (/balance|pay\w*\W?out|paid out|earn|\bmoney\b/i.test(asked)) return call(request, 'balance');
  if (orderId !== undefined) return call(request, 'readMyOrder', { orderId });
  if (/order|parcel|package|deliver|arriv|ship|sold|sale|bought/i.test(asked))
    return call(request, 'listMyOrders', { limit: 10 });
  return { say: 'I can tell you about your orders and, if you have a shop, about your balance and payouts.' };
};

const order = z.object({
  status: z.string(),
  total: z.string(),
  items: z.array(z.object({ title: z.string(), quantity: z.number() })),
});
const data = z.object({ data: z.unknown() });
const failure = z.object({ error: z.string() });

const tell = (name: string, result: unknown): string => {
  const refused = failure.safeParse(result).data ?? failure.safeParse(data.safeParse(result).data?.data).data;
  if (refused !== undefined) return refused.error;
  const given = data.safeParse(result).data?.data;
  const orders = z.array(order).safeParse(Array.isArray(given) ? given : [given]).data;
  if (orders !== undefined) {
    const lines = orders.map(({ status, total, items }) => {
      const what = items
        .map(({ title, quantity }) => `${quantity} × ${descriptive(title, 1) || 'one thing'}`)
        .join(', ');
      return `${what}: ${status.replaceAll('_', ' ')}, ${total}`;
    });
    return lines.length === 0
      ? 'You have no orders yet.'
      : `You have ${lines.length === 1 ? 'one order' : `${lines.length} orders`}.\n${lines.join('\n')}`;
  }
  const { amount, prepared } = z.object({ amount: z.string(), prepared: z.string() }).partial().catch({}).parse(given);
  if (prepared !== undefined) return `I have prepared a payout of ${prepared}. You must confirm it yourself.`;
  return amount === undefined ? `${name} gave nothing.` : `You can have ${amount} paid out.`;
};
