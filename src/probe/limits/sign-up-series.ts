import { maySignUp } from '../accounts/may-sign-up.ts';
import { once } from '../accounts/memo.ts';
import { mainOrigin } from '../accounts/people.ts';
import {
  findSignUps,
  newAddress,
  signUpBy,
  signUpByForm,
  strongPassword,
  type SignUpWay,
} from '../accounts/sign-up.ts';
import { doorOf } from '../accounts/ways-in.ts';
import type { Door } from '../actors/door.ts';
import { encodingOf, fieldsBody } from '../actors/login-operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { judgeSeries, sendSeries } from './judge-series.ts';
import { passBy } from './pass-by.ts';
import { withPath, type Series } from './series.ts';

/** Far more than a household makes in an hour. */
export const ACCOUNTS = 30;

export interface SignUpSeries extends Series {
  /** Whole sign-ups that make accounts; else such as lack the password, when no account may be made. */
  whole: boolean;
}

type Once = (through: Door) => Promise<{ url: string; answer: Answer } | null>;

/** Sign-ups one after the other until one is refused. Null when the app has none, or none that may be tried. */
export const signUpSeries = (context: ProbeContext): Promise<SignUpSeries | null> =>
  once(context, 'sign-up series', async () => {
    const [way] = findSignUps(context.operations);
    const whole = maySignUp(context);
    if (!whole && way === undefined) return null;
    const one: Once = whole || way === undefined ? (door) => makeOne(context, door, way) : (door) => halfOne(door, way);
    const first = await one(burstDoor(context));
    if (first === null) return null;
    const again: Series['again'] = async (headers = {}, path) =>
      (await one(burstDoor(context, headers, path)))?.answer ?? first.answer;
    // What was not understood makes no account, however often; what lacks something must be refused for that.
    const goesOn = first.answer.ok && first.answer.status < 400 === whole && first.answer.status < 500;
    const more = goesOn ? await sendSeries(ACCOUNTS - 1, way === undefined ? 1 : 6, () => again()) : [];
    const answers = [first.answer, ...more];
    if (whole) note(context, answers.filter((answer) => answer.ok && answer.status < 400).length);
    const subject = `POST ${new URL(first.url).pathname}`;
    const series = { subject, answers, judged: judgeSeries(answers), again };
    return { ...series, whole, passed: await passBy(series) };
  });

const makeOne = (context: ProbeContext, door: Door, way: SignUpWay | undefined): ReturnType<Once> => {
  const values = { email: newAddress(), password: strongPassword() };
  return way === undefined ? signUpByForm(door, mainOrigin(context), values) : signUpBy(door, way, values);
};

const halfOne = async (door: Door, { operation, email }: SignUpWay): ReturnType<Once> => {
  const url = new URL(operation.path, operation.origin).href;
  const body = fieldsBody(encodingOf(operation), { [email]: newAddress() });
  return { url, answer: await door.send({ method: 'POST', url, body }, { as: null, mode: 'burst', upsets: true }) };
};

/** Only a person can take them away. */
const note = ({ made }: ProbeContext, accounts: number): void => {
  if (accounts === 0) return;
  made?.push({
    type: 'account',
    id: `${accounts} × launch-ready-…@example.com`,
    owner: 'nobody',
    by: 'sign-up-unlimited',
    state: 'cannot be removed',
    remove: 'Delete the accounts whose address begins with launch-ready- and ends with @example.com.',
  });
};

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
