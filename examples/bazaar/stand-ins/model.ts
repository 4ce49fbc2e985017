import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chatRequest, type ChatRequest, type Turn } from './model-chat.ts';
import { gullibleTurn } from './model-gullible.ts';
import { robustTurn } from './model-robust.ts';

interface ModelOptions {
  port?: number;
  apiKey: string;
  /** Whether it takes data for data, or obeys whatever it reads. */
  manner: 'robust' | 'gullible';
}

export interface ModelStandIn {
  /** Without `/v1`. */
  url: string;
  /** Every conversation that it was sent, oldest first. */
  requests(): readonly ChatRequest[];
  close(): Promise<void>;
}

interface Answer {
  status: number;
  body: unknown;
}

const KEPT = 500;
const LARGEST = 1024 * 1024;

/** A model on loopback that speaks OpenAI's chat completions and answers by rules: the same question gets the same answer. */
export const startModel = async ({ port = 0, apiKey, manner }: ModelOptions): Promise<ModelStandIn> => {
  const requests: ChatRequest[] = [];
  const turn = manner === 'robust' ? robustTurn : gullibleTurn;

  const complete = (text: string): Answer => {
    const request = read(text);
    if (request === null) return failure(400, 'invalid_request_error', 'The request is not one that is understood.');
    requests.push(request);
    if (requests.length > KEPT) requests.shift();
    return { status: 200, body: completion(request, turn(request)) };
  };

  const server = createServer((req, res) => {
    const answer = ({ status, body }: Answer): void => {
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (req.headers.authorization !== `Bearer ${apiKey}`)
      answer(failure(401, 'invalid_api_key', 'The key is not right.'));
    else if (req.method === 'POST' && req.url === '/v1/chat/completions') {
      bodyOf(req).then(
        (text) => answer(complete(text)),
        () => res.destroy(),
      );
    } else answer(failure(404, 'not_found', 'There is nothing here.'));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => [...requests],
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};

const failure = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { type: code, code, message, param: null } },
});

const read = (text: string): ChatRequest | null => {
  try {
    return chatRequest.parse(JSON.parse(text));
  } catch {
    return null;
  }
};

const bodyOf = async (req: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LARGEST) throw new Error('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** Four characters count as a token, which is near enough. */
const tokens = (text: string): number => Math.ceil(text.length / 4);

const completion = (request: ChatRequest, turn: Turn): unknown => {
  const most = request.max_completion_tokens ?? request.max_tokens ?? 4096;
  const said = 'say' in turn ? turn.say.slice(0, most * 4) : null;
  const calls = 'call' in turn ? turn.call : [];
  const number = request.messages.length;
  const [prompt, answered] = [tokens(JSON.stringify(request.messages)), tokens(said ?? JSON.stringify(calls))];
  return {
    id: `chatcmpl-${number}`,
    object: 'chat.completion',
    created: Math.floor(Date.now() / 1000),
    model: request.model,
    choices: [
      {
        index: 0,
        logprobs: null,
        finish_reason: calls.length > 0 ? 'tool_calls' : 'say' in turn && said !== turn.say ? 'length' : 'stop',
        message: {
          role: 'assistant',
          content: said,
          refusal: null,
          ...(calls.length === 0
            ? {}
            : {
                tool_calls: calls.map((call, index) => ({
                  id: `call-${number}-${index}`,
                  type: 'function',
                  function: call,
                })),
              }),
        },
      },
    ],
    usage: { prompt_tokens: prompt, completion_tokens: answered, total_tokens: prompt + answered },
  };
};
