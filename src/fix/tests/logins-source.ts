import type { BoundaryTrials, TrialLogin, TrialPerson } from '../../model/evidence/trials.ts';
import { accessor, inComment, memberName, quote } from './source.ts';

/** How everybody logs in, as source of the support file. */
export const loginsSource = (trials: BoundaryTrials, origins: readonly string[]): string => {
  const known = trials.logins.filter(({ code }) => !code);
  const kinds = [...Map.groupBy(known, (login) => JSON.stringify({ ...login, role: '', origin: 0 })).values()];
  const functions = kinds.map((same, index) => loginSource(same[0], `logIn${kinds.length === 1 ? '' : index + 1}`));
  const byRole = kinds.flatMap((same, index) =>
    same.map(({ role }) => `  ${memberName(role)}: logIn${kinds.length === 1 ? '' : index + 1},`),
  );
  return `${peopleSource(trials.people, origins)}

${functions.join('\n\n')}

const LOGINS⟨: Record<string, (who: string, home: string) => Promise<Record<string, string>>>⟩ = {
${byRole.join('\n')}
};
`;
};

const peopleSource = (people: readonly TrialPerson[], origins: readonly string[]): string =>
  `/** Who takes part: role, and where that role works. Two of a role belong to different people who share nothing. */
export const PEOPLE⟨: Record<string, { role: string; home: string }>⟩ = {
${people
  .map(
    ({ name, role, origin }) =>
      `  ${memberName(name)}: { role: ${quote(role)}, home: ${origins[origin] || 'BASE_URL'} },`,
  )
  .join('\n')}
};`;

const loginSource = (login: TrialLogin | undefined, name: string): string => {
  if (login === undefined) return '';
  const body = {
    json: fieldsBody,
    form: (one: TrialLogin) => `form(${fieldsBody(one)})`,
    page: fieldsBody,
    authjs: fieldsBody,
  };
  const head = `const ${name} = async (who⟨: string⟩, home⟨: string⟩)⟨: Promise<Record<string, string>>⟩ => {`;
  if (login.kind === 'page') return `${head}\n${pageSource(login)}\n};`;
  if (login.kind === 'authjs') return `${head}\n${authJsSource()}\n};`;
  return `${head}
  const answer = await ask('POST', home + ${quote(login.path)}, ${body[login.kind](login)});
  assert.ok(answer.status < 300, \`\${who} cannot log in: POST ${inComment(login.path).replaceAll('`', "'").replaceAll('$', '')} answered \${answer.status}\`);
${sessionSource(login)}
};`;
};

/** `user.email` is a member of a member. */
const fieldsBody = ({ loginField, passwordField, extra }: TrialLogin): string => {
  const tree: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const set = (path: string, source: string): void => {
    const names = path.split('.');
    let at = tree;
    for (const name of names.slice(0, -1)) {
      const inner = at[name];
      at = at[name] = (typeof inner === 'object' && inner !== null ? inner : Object.create(null)) as Record<
        string,
        unknown
      >;
    }
    at[names.at(-1) ?? ''] = source;
  };
  for (const [name, value] of Object.entries(extra))
    set(name, typeof value === 'string' ? quote(value) : String(value));
  set(loginField, `credential(who, 'EMAIL')`);
  set(passwordField, 'passwordOf(who)');
  const write = (node: Readonly<Record<string, unknown>>): string =>
    `{ ${Object.entries(node)
      .map(
        ([name, one]) =>
          `${memberName(name)}: ${typeof one === 'string' ? one : write(one as Record<string, unknown>)}`,
      )
      .join(', ')} }`;
  return write(tree);
};

const sessionSource = ({ token, cookies, csrfAt }: TrialLogin): string => {
  const lines = [
    ...(cookies ? ['  const cookie = cookiesOf(answer);'] : []),
    '  return {',
    ...(token === undefined
      ? []
      : [`    ${memberName(token.header)}: ${quote(token.prefix)} + answer.json${accessor(token.at)},`]),
    ...(cookies ? ['    cookie,', '    ...csrfHeaders(cookie),'] : []),
    ...(csrfAt === undefined ? [] : [`    'x-csrf-token': await csrfToken(home + ${quote(csrfAt)}, cookie),`]),
    '  };',
  ];
  return lines.join('\n');
};

const pageSource = ({ path, csrfAt }: TrialLogin): string => `  const page = await ask('GET', home + ${quote(path)});
  const found = loginForm(page.text, home + ${quote(path)});
  const answer = await ask(
    'POST',
    found.action,
    form({ ...found.hidden, [found.login]: credential(who, 'EMAIL'), [found.password]: passwordOf(who) }),
    { cookie: cookiesOf(page), origin: new URL(found.action).origin, referer: found.action },
  );
  const cookie = joinCookies(cookiesOf(page), cookiesOf(answer));
  assert.ok(answer.status < 400 && cookiesOf(answer) !== '', \`\${who} cannot log in: the form answered \${answer.status}\`);
  return { cookie, ...csrfHeaders(cookie)${csrfAt === undefined ? '' : `, 'x-csrf-token': await csrfToken(home + ${quote(csrfAt)}, cookie)`} };`;

const authJsSource = (): string => `  const asked = await ask('GET', \`\${home}/api/auth/csrf\`);
  const [email, password] = [credential(who, 'EMAIL'), passwordOf(who)];
  const answer = await ask(
    'POST',
    \`\${home}/api/auth/callback/credentials\`,
    form({ csrfToken: asked.json.csrfToken, email, username: email, password, callbackUrl: home, json: 'true' }),
    { cookie: cookiesOf(asked), 'x-auth-return-redirect': '1' },
  );
  const cookie = joinCookies(cookiesOf(asked), cookiesOf(answer));
  assert.ok(/session-token=/.test(cookie), \`\${who} cannot log in: Auth.js answered \${answer.status}\`);
  return { cookie };`;
