/** Why MDN's analyser and we say different things of a site: `<site> <test>`. */
export const REASONS: Readonly<Record<string, string>> = {
  'meta.test x-frame-options':
    'In a page itself frame-ancestors does nothing (CSP Level 3, 3.3): browsers show the page in any frame. It counts it all the same.',
  'jsonp.test content-security-policy':
    'ajax.googleapis.com serves scripts that call what their address names: whoever gets markup into the page loads one of them. It does not know hosts.',
  'nonce.test content-security-policy':
    'A nonce that never changes is read off one answer and written into the markup. It looks at one answer, we at two.',
  'eval.test content-security-policy':
    "'unsafe-eval' lets no markup of a listing run by itself; a script of the site has to call eval with it. Bundlers and WebAssembly need it, and we would rather say nothing than cry wolf.",
  'two.test content-security-policy':
    'Browsers enforce each policy, so the strict one decides. It puts both together and calls the result invalid.',
  'sid.test cookies':
    'It takes for sessions what has “sess” or “login” in its name; sid and connect.sid are as common.',
  'csrf.test cookies':
    'A token against forged requests is there to be read by the page’s own script; HttpOnly would break it.',
  'framed.test x-frame-options': 'No browser reads ALLOW-FROM any more; the page has no other protection.',
  'ancestors.test x-frame-options':
    'frame-ancestors * allows every site, which is what it is there to forbid. It asks only whether the directive is there.',
  'cdn.test subresource-integrity':
    'Payment and analytics scripts change without notice, so no digest can hold them. We ask for one where a host serves releases that never change.',
  'api.test content-security-policy': 'JSON is no page; nothing in it runs.',
  'api.test x-frame-options': 'JSON is no page; in a frame there is nothing to click on.',
  'cors.test cross-origin-resource-sharing':
    'Any site may read answers with the visitor’s cookies. It compares with the Origin that it sent, but looks for that in its request as if it were an answer, does not find it, and takes the echo for a list.',
};
