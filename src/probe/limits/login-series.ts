import { once } from '../accounts/memo.ts';
import { peopleOf } from '../accounts/people.ts';
import { throwAway } from '../accounts/throw-away.ts';
import { doorOf, enterByFields, enterByForm } from '../accounts/ways-in.ts';
import { fromPage, isGood, visit } from '../actors/door.ts';
import { findLoginForm, untouched } from '../actors/forms.ts';
import { fieldsBody } from '../actors/login-operation.ts';
import type { Account, FieldsRecipe } from '../actors/recipe.ts';
import { headersOf, newSession } from '../actors/session.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { judgeSeries, sendSeries } from './judge-series.ts';
import { passBy } from './pass-by.ts';
import { withPath, type Series } from './series.ts';

/** Far more than anybody mistypes. */
export const WRONG = 30;

export interface LoginSeries extends Series {
  account: Account;
  /** Made by this run, so that nobody misses it. */
  own: boolean;
  /** Whether the right password still lets in. */
  enters: (account: Account) => Promise<boolean>;
}

interface Tried {
  account: Account;
  own: boolean;
}

/** An account that nobody needs: one made for it, else the last of the lowest role. */
const accountOf = async (context: ProbeContext): Promise<Tried | null> => {
  const made = await throwAway(context);
  if (made.ok && (await enterByFields(context, made.account)) !== null) return { account: made.account, own: true };
  const people = peopleOf(context);
  const lowest = people.filter(({ actor }) => actor.rank === people[0]?.actor.rank).at(-1);
  return lowest === undefined ? null : { account: lowest.account, own: false };
};

const wrong = (index: number): string => `wrong-${index}-Lr9x`;

/** Wrong passwords at each way in, until one is refused. */
export const loginSeries = (context: ProbeContext): Promise<readonly LoginSeries[]> =>
  once(context, 'login series', async () => {
    const tried = await accountOf(context);
    if (tried === null) return [];
    const byFields = await enterByFields(context, tried.account);
    const byForm = await enterByForm(context, tried.account);
    const found: LoginSeries[] = [];
    if (byFields !== null) found.push(await atFields(context, tried, byFields.recipe));
    if (byForm !== null) {
      const series = await atForm(context, tried, byForm.path);
      if (series !== null) found.push(series);
    }
    return found;
  });

const atFields = async (context: ProbeContext, tried: Tried, recipe: FieldsRecipe): Promise<LoginSeries> => {
  const { account } = tried;
  const url = new URL(recipe.path, recipe.origin ?? account.origin).href;
  const again: Series['again'] = (headers = {}, path) =>
    context.send(
      {
        method: 'POST',
        url: withPath(url, path),
        headers,
        body: fieldsBody(recipe.encoding, {
          ...recipe.extra,
          [recipe.loginField]: account.login,
          [recipe.passwordField]: wrong(0),
        }),
      },
      { as: null, mode: 'burst', upsets: true },
    );
  const answers = await sendSeries(WRONG, 2, () => again());
  const enters = async (one: Account): Promise<boolean> => (await enterByFields(context, one)) !== null;
  const series = { subject: `POST ${recipe.path}`, answers, judged: judgeSeries(answers), again };
  return { ...tried, ...series, passed: await passBy(series), enters };
};

const atForm = async (context: ProbeContext, tried: Tried, path: string): Promise<LoginSeries | null> => {
  const { account } = tried;
  const door = doorOf(context);
  const session = newSession(account.origin);
  const page = await visit(door, session, { method: 'GET', url: new URL(path, account.origin).href });
  const form = page.answer.ok && isGood(page.answer.status) ? findLoginForm(page.answer.text, page.url) : null;
  if (form === null || !door.origins.includes(new URL(form.action).origin)) return null;
  const again: Series['again'] = (headers = {}, change): Promise<Answer> =>
    context.send(
      {
        method: 'POST',
        url: withPath(form.action, change),
        headers: { ...headersOf(session, form.action), ...fromPage(page.url), ...headers },
        body: { form: { ...untouched(form), [form.loginField]: account.login, [form.passwordField]: wrong(0) } },
      },
      { as: null, mode: 'burst', upsets: true },
    );
  const answers = await sendSeries(WRONG, 2, () => again());
  const enters = async (one: Account): Promise<boolean> => (await enterByForm(context, one)) !== null;
  const series = { subject: `POST ${new URL(form.action).pathname}`, answers, judged: judgeSeries(answers), again };
  return { ...tried, ...series, passed: await passBy(series), enters };
};
