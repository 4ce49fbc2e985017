import { loadMailauth } from './mailauth.ts';
import { judgeMessages } from './messages.ts';
import { spfSpeed } from './spf-speed.ts';
import { runSuite } from './spf-suite.ts';

/** SPF, DKIM and DMARC beside mailauth. */
export const mailBench = async (): Promise<void> => {
  const mailauth = await loadMailauth();
  if (mailauth !== null) console.log(`  mailauth ${mailauth.version}`);
  console.log('\nSPF: the RFC 7208 suite, over UDP from loopback');
  await runSuite(mailauth);
  console.log('\nSPF: evaluations a second');
  await spfSpeed(mailauth);
  console.log('\nDKIM and DMARC: mails signed by mailauth and changed on the way');
  if (mailauth === null) console.log('  without mailauth nobody else signs them: nothing is compared');
  else await judgeMessages(mailauth);
};
