import type { EdgeTls } from '../evidence/edge/tls.ts';

/** Suites before TLS 1.3 that Chrome, Firefox or Safari still offer; none of them offers DHE, and none TLS 1.0 or 1.1. */
const OF_BROWSERS =
  /^TLS_(?:ECDHE_(?:RSA|ECDSA)|RSA)_WITH_(?:AES_(?:128|256)_(?:GCM_SHA(?:256|384)|CBC_SHA)|CHACHA20_POLY1305_SHA256)$/;

/** Whether some browser of today finds something to speak with the server. Where the server fell silent meanwhile, it is taken for granted. */
export const letsBrowsersIn = ({ versions, unsettled }: EdgeTls): boolean =>
  unsettled.length > 0 ||
  versions.length === 0 ||
  versions.some(
    ({ version, suites }) =>
      version === 'TLS 1.3' || (version === 'TLS 1.2' && suites.some(({ name }) => OF_BROWSERS.test(name))),
  );
