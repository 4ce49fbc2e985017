export interface FormField {
  name: string;
  type: string;
  value: string;
}

/** A form of a page, as a browser would send it. */
export interface Form {
  /** Absolute. */
  action: string;
  method: 'GET' | 'POST';
  fields: readonly FormField[];
}

export interface LoginForm extends Form {
  loginField: string;
  passwordField: string;
}

const FORM = /<form\b([^>]{0,2000})>([\s\S]{0,50000}?)<\/form>/gi;
const INPUT = /<(?:input|button|select|textarea)\b([^>]{0,2000})>/gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };
const MOST_FORMS = 50;

export const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(String.raw`(?:^|\s)${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`, 'i').exec(tag);
  return (found?.[1] ?? found?.[2] ?? found?.[3])?.replaceAll(
    /&([a-z]+|#x?\d+);/gi,
    (whole, entity: string) => ENTITIES[entity.toLowerCase()] ?? whole,
  );
};

/** The forms of a page, in order. `url` is the page's own. */
export const findForms = (page: string, url: string): Form[] =>
  [...page.slice(0, 500_000).matchAll(FORM)].slice(0, MOST_FORMS).flatMap(([, head = '', content = '']) => {
    const action = attribute(head, 'action') ?? '';
    const target = URL.canParse(action, url) ? new URL(action === '' ? url : action, url).href : null;
    if (target === null) return [];
    return [
      {
        action: target,
        method: /^post$/i.test(attribute(head, 'method') ?? '') ? ('POST' as const) : ('GET' as const),
        fields: [...content.matchAll(INPUT)].slice(0, 200).flatMap(([tag, attributes = '']) => {
          const name = attribute(attributes, 'name') ?? '';
          const type = (attribute(attributes, 'type') ?? (/^<button/i.test(tag) ? 'submit' : 'text')).toLowerCase();
          return name === '' ? [] : [{ name, type, value: attribute(attributes, 'value') ?? '' }];
        }),
      },
    ];
  });

/** The first form of a page that asks for one password and for whose it is. */
export const findLoginForm = (page: string, url: string): LoginForm | null => {
  for (const form of findForms(page, url)) {
    const passwords = form.fields.filter(({ type }) => type === 'password');
    const login = form.fields.find(
      ({ name, type }) => type === 'email' || (type === 'text' && /mail|user|login|name|account/i.test(name)),
    );
    // Two password fields are a sign-up or a change, and so is a name beside an address.
    if (passwords.length !== 1 || login === undefined || isSignUp(form)) continue;
    return { ...form, method: 'POST', loginField: login.name, passwordField: passwords[0]?.name ?? '' };
  }
  return null;
};

const isSignUp = ({ action, fields }: Form): boolean =>
  /register|sign-?up|create/i.test(new URL(action).pathname) ||
  fields.filter(({ type }) => ['text', 'email', 'tel', 'date'].includes(type)).length > 2;

/** The first form that makes an account. */
export const findSignUpForm = (page: string, url: string): Form | null =>
  findForms(page, url).find((form) => {
    const passwords = form.fields.filter(({ type }) => type === 'password').length;
    return (passwords === 1 && isSignUp(form)) || passwords === 2;
  }) ?? null;

/** The first form that asks for a code, and the code's field. */
export const findCodeForm = (page: string, url: string): { form: Form; codeField: string } | null => {
  for (const form of findForms(page, url)) {
    const field = form.fields.find(
      ({ name, type }) =>
        ['text', 'number', 'tel', 'password'].includes(type) &&
        /^(?:.*(?:code|otp|totp|2fa|mfa).*|token|pin)$/i.test(name),
    );
    if (form.method === 'POST' && field !== undefined && form.fields.every(({ type }) => type !== 'email')) {
      return { form, codeField: field.name };
    }
  }
  return null;
};

/** What a browser sends without anybody typing: hidden fields and what is filled in already. */
export const untouched = ({ fields }: Form): Record<string, string> =>
  Object.fromEntries(
    fields
      .filter(
        ({ type, value }) =>
          type === 'hidden' || (value !== '' && !['submit', 'button', 'checkbox', 'radio', 'password'].includes(type)),
      )
      .map(({ name, value }) => [name, value]),
  );
