import OpenAI from 'openai';
import type {
  ChatCompletionMessage,
  ChatCompletionMessageParam,
  ChatCompletionTool,
} from 'openai/resources/chat/completions';
import { HttpError } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';

export interface ModelRequest {
  messages: readonly ChatCompletionMessageParam[];
  tools?: readonly ChatCompletionTool[];
  /** Ends a conversation that takes too long, whatever step it is at. */
  signal: AbortSignal;
}

/** One turn of the model. */
export type Model = (request: ModelRequest) => Promise<ChatCompletionMessage>;

const TURN = 15_000;
const MOST_TOKENS = 500;

export const createModel = ({ config, log }: Context): Model => {
  const client = new OpenAI({
    apiKey: config.MODEL_API_KEY,
    baseURL: config.MODEL_BASE_URL,
    organization: null,
    project: null,
    timeout: TURN,
    maxRetries: 1,
    logLevel: 'off',
  });
  return async ({ messages, tools = [], signal }) => {
    try {
      const completion = await client.chat.completions.create(
        {
          model: config.MODEL_NAME,
          max_completion_tokens: MOST_TOKENS,
          messages: [...messages],
          ...(tools.length > 0 ? { tools: [...tools] } : {}),
        },
        { signal },
      );
      const message = completion.choices[0]?.message;
      if (message === undefined) throw new Error('the model gave no choice');
      return message;
    } catch (error) {
      // The error itself holds the request, and so what people wrote.
      const { name, status } = error as { name?: unknown; status?: unknown };
      log.warn({ error: { name, status } }, 'the model did not answer');
      throw new HttpError(
        503,
        'assistant_unavailable',
        'The assistant does not answer right now. Please try again later.',
      );
    }
  };
};
