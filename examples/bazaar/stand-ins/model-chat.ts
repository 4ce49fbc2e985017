import { z } from 'zod';

const toolCall = z.object({
  id: z.string(),
  type: z.literal('function'),
  function: z.object({ name: z.string(), arguments: z.string() }),
});

const message = z.object({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
  content: z
    .union([z.string(), z.array(z.object({ type: z.literal('text'), text: z.string() }))])
    .nullish()
    .transform((content) => (Array.isArray(content) ? content.map(({ text }) => text).join('\n') : (content ?? ''))),
  tool_calls: z.array(toolCall).optional(),
  tool_call_id: z.string().optional(),
});

/** The part of OpenAI's chat completions that the stand-in speaks. */
export const chatRequest = z.object({
  model: z.string(),
  messages: z.array(message).min(1),
  tools: z
    .array(
      z.object({ type: z.literal('function'), function: z.looseObject({ name: z.string(), parameters: z.unknown() }) }),
    )
    .default([]),
  max_tokens: z.number().int().positive().optional(),
  max_completion_tokens: z.number().int().positive().optional(),
  stream: z.literal(false).optional(),
});

export type ChatRequest = z.infer<typeof chatRequest>;
export type ChatMessage = ChatRequest['messages'][number];

/** What a model does next: says something, or calls tools. */
export type Turn = { say: string } | { call: readonly { name: string; arguments: string }[] };

export const offers = ({ tools }: ChatRequest, name: string): boolean =>
  tools.some((tool) => tool.function.name === name);

export const lastQuestion = ({ messages }: ChatRequest): string =>
  messages.findLast(({ role }) => role === 'user')?.content ?? '';

interface ToolResult {
  name: string;
  result: unknown;
}

/** What the tools gave since the user's last message, with the names they were called by. */
export const toolResults = ({ messages }: ChatRequest): ToolResult[] => {
  const names = new Map(
    messages.flatMap(({ tool_calls: calls = [] }) => calls.map((call) => [call.id, call.function.name] as const)),
  );
  return messages
    .slice(messages.findLastIndex(({ role }) => role === 'user') + 1)
    .filter(({ role }) => role === 'tool')
    .map(({ tool_call_id: id = '', content }) => ({ name: names.get(id) ?? '', result: readJson(content) }));
};

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const fenced = /<(listing-[\w-]+)>\n([\s\S]*)\n<\/\1>/;
const listing = z
  .object({ title: z.string(), description: z.string(), price: z.string().default('') })
  .partial({ price: true });

/** The listing in a question that asks for its summary. */
export const listingIn = (question: string): z.infer<typeof listing> | null => {
  const found = fenced.exec(question)?.[2];
  return found === undefined ? null : (listing.safeParse(readJson(found)).data ?? null);
};
