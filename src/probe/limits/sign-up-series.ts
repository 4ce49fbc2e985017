import { once } from '../accounts/memo.ts';
import { mainOrigin } from '../accounts/people.ts';
import { findSignUps, newAddress, signUpBy, signUpByForm, strongPassword } from '../accounts/sign-up.ts';
import { doorOf } from '../accounts/ways-in.ts';
import type { Door } from '../actors/door.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { judgeSeries, sendSeries } from './judge-series.ts';
import { withPath, type Series } from './series.ts';

/** Far more than a household makes in an hour. */
export const ACCOUNTS = 30;

/** Accounts made one after the other until one is refused. Null when the app has no sign-up. */
export const signUpSeries = (context: ProbeContext): Promise<Series | null> =>
  once(context, 'sign-up series', async () => {
    const door = burstDoor(context);
    const [way] = findSignUps(context.operations);
    const one = async (through: Door): Promise<{ url: string; answer: Answer } | null> => {
      const values = { email: newAddress(), password: strongPassword() };
      return way === undefined ? signUpByForm(through, mainOrigin(context), values) : signUpBy(through, way, values);
    };
    const first = await one(door);
    if (first === null) return null;
    const again: Series['again'] = async (headers = {}, path) =>
      (await one(burstDoor(context, headers, path)))?.answer ?? first.answer;
    const accepted = first.answer.ok && first.answer.status < 400;
    const answers = accepted
      ? [first.answer, ...(await sendSeries(ACCOUNTS - 1, way === undefined ? 1 : 6, () => again()))]
      : [first.answer];
    return { subject: `POST ${new URL(first.url).pathname}`, answers, judged: judgeSeries(answers), again };
  });

/** The same door, for many requests at once. */
const burstDoor = (
  context: ProbeContext,
  headers: Readonly<Record<string, string>> = {},
  path?: (path: string) => string,
): Door => {
  const door = doorOf(context);
  return {
    ...door,
    send: (request, options) =>
      door.send(
        {
          ...request,
          url: request.method === 'POST' ? withPath(request.url, path) : request.url,
          headers: { ...request.headers, ...headers },
        },
        { ...options, mode: 'burst' },
      ),
  };
};
