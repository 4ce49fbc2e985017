import type { TrialWebhook } from '../../model/evidence/trials.ts';
import type { TestsOptions } from './options.ts';

const SIGNERS: Readonly<Record<TrialWebhook['scheme'], string>> = {
  stripe: `  // https://docs.stripe.com/webhooks#verify-manually
  stripe: (body⟨: string⟩, secret⟨: string⟩, at = now()) => ({ 'stripe-signature': \`t=\${at},v1=\${hmac(secret, \`\${at}.\${body}\`, 'hex')}\` }),`,
  github: `  // https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
  github: (body⟨: string⟩, secret⟨: string⟩) => ({
    'x-hub-signature-256': \`sha256=\${hmac(secret, body, 'hex')}\`,
    'x-github-delivery': newId(),
  }),`,
  standard: `  // https://www.standardwebhooks.com: whsec_ is followed by the key in base64.
  standard: (body⟨: string⟩, secret⟨: string⟩, at = now(), header = '') => {
    const id = newId();
    const signature = \`v1,\${hmac(Buffer.from(secret.replace(/^whsec_/, ''), 'base64'), \`\${id}.\${at}.\${body}\`, 'base64')}\`;
    const prefix = header.startsWith('svix') ? 'svix' : 'webhook';
    return { [\`\${prefix}-id\`]: id, [\`\${prefix}-timestamp\`]: String(at), [\`\${prefix}-signature\`]: signature };
  },`,
  shopify: `  // https://shopify.dev/docs/apps/build/webhooks/subscribe/https
  shopify: (body⟨: string⟩, secret⟨: string⟩) => ({
    'x-shopify-hmac-sha256': hmac(secret, body, 'base64'),
    'x-shopify-webhook-id': newId(),
  }),`,
  slack: `  // https://docs.slack.dev/authentication/verifying-requests-from-slack
  slack: (body⟨: string⟩, secret⟨: string⟩, at = now()) => ({
    'x-slack-request-timestamp': String(at),
    'x-slack-signature': \`v0=\${hmac(secret, \`v0:\${at}:\${body}\`, 'hex')}\`,
  }),`,
  hmac: `  hmac: (body⟨: string⟩, secret⟨: string⟩, _at = now(), header = 'x-signature') => ({ [header]: hmac(secret, body, 'hex') }),`,
};

/** How the providers sign, those that the tests need. */
export const signText = (schemes: ReadonlySet<TrialWebhook['scheme']>, _options: TestsOptions): string => {
  const needsId = [...schemes].some((scheme) => ['github', 'standard', 'shopify'].includes(scheme));
  return `const now = ()⟨: number⟩ => Math.floor(Date.now() / 1000);
${needsId ? 'const newId = ()⟨: string⟩ => randomUUID();\n' : ''}const hmac = (secret⟨: string | Buffer⟩, text⟨: string⟩, as⟨: 'hex' | 'base64'⟩)⟨: string⟩ => createHmac('sha256', secret).update(text).digest(as);

/** The headers of a rightly signed event, as each provider documents it. */
const sign = {
${[...schemes].map((scheme) => SIGNERS[scheme]).join('\n')}
};`;
};
