import { PASSWORD, type Person, type TestBazaar } from './bazaar.ts';
import { csrfOf, type Answer, type Client } from './client.ts';

const headers = { accept: 'text/html' };

export interface Browser {
  client: Client;
  /** The token of this session, as every page carries it. */
  csrf: string;
  page: (path: string) => Promise<Answer>;
  /** Posts a form with the token. */
  submit: (path: string, form?: Record<string, string>) => Promise<Answer>;
  /** Posts a form without it. */
  submitBare: (path: string, form?: Record<string, string>) => Promise<Answer>;
}

/** Logs that person in the way a browser does: a form, a cookie, no token. */
export const browse = async (bazaar: TestBazaar, { email }: Person): Promise<Browser> => {
  const client = bazaar.visitor();
  await client.send('POST', '/login', { form: { email, password: PASSWORD }, headers });
  const csrf = csrfOf((await client.get('/account', { headers })).text);
  const submitBare = (path: string, form: Record<string, string> = {}) => client.send('POST', path, { form, headers });
  return {
    client,
    csrf,
    page: (path) => client.get(path, { headers }),
    submit: (path, form) => submitBare(path, { ...form, _csrf: csrf }),
    submitBare,
  };
};
