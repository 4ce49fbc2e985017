import * as z from 'zod';

const text = (max: number) => z.string().min(1).max(max);
const origin = z
  .url({ protocol: /^https?$/ })
  .transform((value) => new URL(value).origin)
  .describe('Scheme, host and port, e.g. http://localhost:3000.');
const variable = z
  .string()
  .regex(/^[A-Za-z_]\w*$/)
  .describe('Name of an environment variable; the value never stands in this file.');

const login = z.strictObject({
  kind: z.enum(['json', 'form']),
  path: text(500).startsWith('/'),
  loginField: text(100).optional(),
  passwordField: text(100).optional(),
  tokenAt: text(200).optional().describe('Where the token stands in the answer, e.g. data.accessToken.'),
});

const actor = z.strictObject({
  name: text(100).describe('Unique, e.g. seller-a.'),
  role: text(100).describe('customer, seller, moderator, admin or your own word.'),
  tenant: text(100).optional().describe('Whose data it sees. Default: the name, so that two actors are two tenants.'),
  origin: origin.optional().describe('Where it works, when not at the first origin.'),
  login: text(300).optional().describe('E-mail or user name.'),
  passwordEnv: variable.optional(),
  totpEnv: variable.optional(),
  header: z.strictObject({ name: text(100), valueEnv: variable }).optional(),
  storageState: text(1000).optional().describe('A browser session recorded by Playwright.'),
  loginBy: login.optional(),
});

const webhook = z.strictObject({
  path: text(500).startsWith('/'),
  scheme: z.enum(['stripe', 'github', 'standard', 'shopify', 'slack', 'paypal', 'hmac']),
  secretEnv: variable
    .optional()
    .describe(
      'The variable with the secret that signs; for PayPal, whose events nobody else can sign, with the webhook’s id.',
    ),
  header: text(100).optional(),
});

/** The running app, as the config may name it. */
export const boundarySchema = z
  .strictObject({
    origins: z.array(origin).min(1).max(20).describe('What may be asked, the main one first; nothing else ever is.'),
    environment: z
      .enum(['development', 'staging', 'production'])
      .optional()
      .describe('Production is only looked at. Default: development on this machine, production elsewhere.'),
    mode: z
      .enum(['passive', 'read', 'write', 'destructive', 'burst'])
      .optional()
      .describe('How far probes go, on objects of their own. Default: burst on this machine, read elsewhere.'),
    actors: z.array(actor).max(50).optional().describe('Who takes part: two of each role, of two tenants.'),
    roles: z.array(text(100)).max(50).optional().describe('Roles from least to most powerful.'),
    login: login.optional().describe('How one logs in, where it is not found out.'),
    authFile: text(1000).optional().describe('A Web Fuzzing Commons auth file.'),
    openapi: z.array(text(2000)).max(20).optional().describe('Paths or addresses of OpenAPI documents.'),
    har: z.array(text(2000)).max(50).optional().describe('Recorded requests.'),
    postman: z.array(text(2000)).max(50).optional(),
    webhooks: z.array(webhook).max(50).optional(),
    mailbox: z.url().optional().describe('Where mail that the app sends can be read: Mailpit, MailHog or a JSON list.'),
    policy: z
      .record(text(1000), z.array(text(100)))
      .optional()
      .describe('Access that is meant: operation → roles.'),
    budget: z
      .strictObject({
        requests: z.number().int().positive().max(1_000_000).optional(),
        perSecond: z.number().positive().max(10_000).optional(),
        concurrency: z.number().int().positive().max(64).optional(),
        seconds: z.number().positive().max(86_400).optional(),
      })
      .optional(),
  })
  .describe('The running app: where it is, who takes part, how far the probes may go.');

export type BoundaryInput = z.input<typeof boundarySchema>;
