import type { ChatCompletionTool } from 'openai/resources/chat/completions';
import { z } from 'zod';
import { HttpError } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';
import { balanceOf } from '../payouts/balance.ts';
import { readOrders, type Caller } from './orders.ts';
import { visibleText } from './plain-text.ts';
import { preparePayout } from './proposals.ts';
import type { ProposalView } from './schemas.ts';

interface Tool {
  description: string;
  input: z.ZodType;
  run(input: unknown): Promise<unknown>;
}

export interface Toolbox {
  definitions: readonly ChatCompletionTool[];
  /** What the model is told of the call. Never throws for what the model did wrong. */
  call(name: string, argumentsJson: string): Promise<string>;
  /** The payout that was prepared in this conversation, if any. */
  prepared(): ProposalView | null;
}

const tool = <T extends z.ZodType>(
  description: string,
  input: T,
  run: (input: z.output<T>) => Promise<unknown>,
): Tool => ({
  description,
  input,
  run: (value) => run(input.parse(value)),
});

/**
 * What the model may do for one caller. The caller is bound here, outside of the model: no tool takes a user, a shop or an amount,
 * so nothing that the model reads or writes can reach anybody else's data.
 */
export const createToolbox = (context: Context, caller: Caller): Toolbox => {
  let proposal: ProposalView | null = null;
  const { userId, shopId } = caller;

  const tools = new Map<string, Tool>([
    [
      'listMyOrders',
      tool(
        'The newest orders that the user placed, or that were placed in their shop.',
        z.strictObject({ limit: z.number().int().min(1).max(20).default(10) }),
        ({ limit }) => readOrders(context, caller, { limit }),
      ),
    ],
    [
      'readMyOrder',
      tool('One order of the user or of their shop.', z.strictObject({ orderId: z.uuid() }), async ({ orderId }) => {
        const [order] = await readOrders(context, caller, { orderId, limit: 1 });
        return order ?? { error: 'There is no such order.' };
      }),
    ],
  ]);
  if (shopId !== null) {
    tools.set(
      'balance',
      tool("What the user's shop may have paid out now.", z.strictObject({}), async () => {
        const { amountCents, orders } = await balanceOf(context, shopId);
        return { amount: `EUR ${(amountCents / 100).toFixed(2)}`, orders };
      }),
    );
    tools.set(
      'preparePayout',
      tool(
        'Prepares a payout of the whole balance. Only when the user asks for one; they must confirm it themselves.',
        z.strictObject({}),
        async () => {
          proposal = await preparePayout(context, { userId, shopId });
          return { prepared: `EUR ${(proposal.amountCents / 100).toFixed(2)}`, next: 'The user must confirm it.' };
        },
      ),
    );
  }

  const call = async (name: string, argumentsJson: string): Promise<string> => {
    const known = tools.get(name);
    const input = readJson(argumentsJson);
    context.log.info(
      { userId, tool: known === undefined ? 'unknown' : name, orderId: orderIn(input) },
      'assistant tool call',
    );
    if (known === undefined) return JSON.stringify({ error: 'There is no such tool.' });
    try {
      return visibleText(JSON.stringify({ data: await known.run(input) }));
    } catch (error) {
      if (error instanceof z.ZodError) return JSON.stringify({ error: 'The arguments are not right.' });
      if (error instanceof HttpError) return JSON.stringify({ error: error.message });
      throw error;
    }
  };

  return {
    definitions: [...tools].map(([name, { description, input }]) => {
      const { $schema: _, ...parameters } = z.toJSONSchema(input, { io: 'input' });
      return { type: 'function', function: { name, description, parameters } };
    }),
    call,
    prepared: () => proposal,
  };
};

const readJson = (text: string): unknown => {
  try {
    return text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
};

const orderIn = (input: unknown): string | undefined => z.object({ orderId: z.uuid() }).safeParse(input).data?.orderId;
