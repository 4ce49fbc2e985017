import { answer, type Call } from './http.ts';

export interface EdgeFunction {
  /** The gateway asks for a token before it runs (`verify_jwt`). */
  verifies: boolean;
  run(call: Call): Promise<{ status: number; body: unknown }>;
}

/** Edge functions: the gateway looks at the token, the function at everything else. */
export const functions = async (
  call: Call,
  known: Readonly<Record<string, EdgeFunction>>,
  token: 'none' | 'invalid' | 'valid',
): Promise<void> => {
  const name = call.path.slice(1);
  const own = Object.hasOwn(known, name) ? known[name] : undefined;
  if (own === undefined)
    return answer(call.res, 404, { code: 'NOT_FOUND', message: 'Requested function was not found' });
  if (own.verifies && token !== 'valid') {
    const message = token === 'none' ? 'Missing authorization header' : 'Invalid JWT';
    return answer(call.res, 401, { code: 401, message });
  }
  const { status, body } = await own.run(call);
  answer(call.res, status, body);
};
