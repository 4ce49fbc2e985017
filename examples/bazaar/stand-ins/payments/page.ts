import type { Intent } from './objects.ts';

const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const page = (title: string, main: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="icon" href="data:,">
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:24rem;margin:15vh auto;padding:0 1rem}button{font:inherit;width:100%;padding:.75rem;border:0;border-radius:.5rem;background:#1f3d7a;color:#fff}</style></head>
<body><main><h1>${title}</h1>${main}</main></body></html>`;

export const messagePage = (text: string): string => page('Test payments', `<p>${escape(text)}</p>`);

/** The form that pays. Nothing is asked for: this is a stand-in, and no card number should be typed into one. */
export const paymentPage = ({ amount, currency, client_secret }: Intent, returnUrl: string): string => {
  const sum = new Intl.NumberFormat('en-IE', { style: 'currency', currency }).format(amount / 100);
  return page(
    `Pay ${sum}`,
    `<p>This page stands in for the payments provider. No money moves.</p>
<form method="post"><input type="hidden" name="client_secret" value="${escape(client_secret)}"><input type="hidden" name="return_url" value="${escape(returnUrl)}"><button>Pay ${sum}</button></form>`,
  );
};

/** Where the browser may be sent afterwards: to this machine, or to where the webhooks go. */
export const isAllowedReturn = (returnUrl: string, webhookUrl: string): boolean => {
  if (!URL.canParse(returnUrl)) return false;
  const { protocol, hostname, origin } = new URL(returnUrl);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return (
    ['127.0.0.1', '[::1]', 'localhost'].includes(hostname) ||
    hostname.endsWith('.localhost') ||
    origin === new URL(webhookUrl).origin
  );
};
