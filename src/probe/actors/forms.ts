export interface LoginForm {
  action: string;
  loginField: string;
  passwordField: string;
  /** Hidden fields and their values. */
  hidden: Readonly<Record<string, string>>;
}

const FORM = /<form\b([^>]{0,2000})>([\s\S]{0,50000}?)<\/form>/gi;
const INPUT = /<(?:input|button)\b([^>]{0,2000})>/gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };

export const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(String.raw`(?:^|\s)${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`, 'i').exec(tag);
  return (found?.[1] ?? found?.[2] ?? found?.[3])?.replaceAll(
    /&([a-z]+|#x?\d+);/gi,
    (whole, entity: string) => ENTITIES[entity.toLowerCase()] ?? whole,
  );
};

/** The first form of a page that asks for a password and for whose it is. */
export const findLoginForm = (page: string, url: string): LoginForm | null => {
  for (const [, head = '', content = ''] of page.slice(0, 500_000).matchAll(FORM)) {
    const inputs = [...content.matchAll(INPUT)].map(([, tag = '']) => ({
      name: attribute(tag, 'name') ?? '',
      type: (attribute(tag, 'type') ?? 'text').toLowerCase(),
      value: attribute(tag, 'value') ?? '',
    }));
    const passwords = inputs.filter(({ type }) => type === 'password');
    const login = inputs.find(
      ({ name, type }) =>
        name !== '' && (type === 'email' || (type === 'text' && /mail|user|login|name|account/i.test(name))),
    );
    // Two password fields are a sign-up or a change.
    if (passwords.length !== 1 || login === undefined || passwords[0]?.name === '') continue;
    const action = attribute(head, 'action') ?? '';
    return {
      action: new URL(action === '' ? url : action, url).href,
      loginField: login.name,
      passwordField: passwords[0]?.name ?? '',
      hidden: Object.fromEntries(
        inputs.filter(({ name, type }) => type === 'hidden' && name !== '').map(({ name, value }) => [name, value]),
      ),
    };
  }
  return null;
};

/** The token that a page gives to its own scripts and forms. */
export const findCsrfToken = (page: string): string | undefined => {
  const start = page.slice(0, 500_000);
  const meta = /<meta\b[^>]{0,500}\bname\s*=\s*["'](?:csrf-token|_csrf|csrf|xsrf-token)["'][^>]{0,500}>/i.exec(
    start,
  )?.[0];
  const field =
    /<input\b[^>]{0,500}\bname\s*=\s*["'](?:_csrf|csrf_?token|_token|csrfmiddlewaretoken|authenticity_token)["'][^>]{0,500}>/i.exec(
      start,
    )?.[0];
  return (meta && attribute(meta, 'content')) ?? (field && attribute(field, 'value'));
};
