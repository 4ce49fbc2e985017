import { request, type IncomingHttpHeaders } from 'node:http';

export interface Answer<T = unknown> {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The parsed body; throws when it is not JSON. */
  json: T;
}

export interface Options {
  json?: unknown;
  /** Sent as it stands, with the given content-type. */
  body?: string | Buffer;
  form?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  /** Another Host header than the origin's. */
  host?: string;
}

/** A browser or API client of one person: keeps cookies and, once logged in, a bearer token. */
export class Client {
  readonly origin: string;
  readonly host: string;
  token: string | undefined;
  readonly cookies = new Map<string, string>();

  /** `host` is what the Host header says; requests always go to `origin`, which is on loopback. */
  constructor(origin: string, host = new URL(origin).host) {
    this.origin = origin;
    this.host = host;
  }

  get<T = unknown>(path: string, options?: Options): Promise<Answer<T>> {
    return this.send<T>('GET', path, options);
  }

  post<T = unknown>(path: string, json: unknown = {}, options: Options = {}): Promise<Answer<T>> {
    return this.send<T>('POST', path, { json, ...options });
  }

  send<T = unknown>(method: string, path: string, options: Options = {}): Promise<Answer<T>> {
    const body = bodyOf(options);
    const headers: Record<string, string> = {
      host: options.host ?? this.host,
      accept: 'application/json',
      ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
      ...(this.cookies.size === 0
        ? {}
        : { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
      ...contentType(options),
      ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
      ...options.headers,
    };
    return new Promise((resolve, reject) => {
      const req = request(new URL(path, this.origin), { method, headers, agent: false }, (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('error', reject);
        res.on('end', () => {
          this.#keepCookies(res.headers['set-cookie'] ?? []);
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({
            status: res.statusCode ?? 0,
            headers: res.headers,
            text,
            get json(): T {
              return JSON.parse(text) as T;
            },
          });
        });
      });
      req.on('error', reject);
      req.end(body);
    });
  }

  #keepCookies(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      const gone = value === '' || attributes.some((attribute) => /^\s*expires=thu, 01 jan 1970/i.test(attribute));
      if (gone) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

const bodyOf = ({ json, body, form }: Options): string | Buffer | undefined => {
  if (body !== undefined) return body;
  if (form !== undefined) return new URLSearchParams(form).toString();
  return json === undefined ? undefined : JSON.stringify(json);
};

const contentType = ({ json, body, form }: Options): Record<string, string> => {
  if (body !== undefined) return {};
  if (form !== undefined) return { 'content-type': 'application/x-www-form-urlencoded' };
  return json === undefined ? {} : { 'content-type': 'application/json' };
};

/** The CSRF token of a page that the client is shown. */
export const csrfOf = (page: string): string => /name="csrf-token" content="([^"]+)"/.exec(page)?.[1] ?? '';
