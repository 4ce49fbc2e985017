import type { ReceivedMail } from '../../model/received-mail.ts';
import { printable } from './printable.ts';

const HEADS: Readonly<Record<ReceivedMail['dmarc']['result'], string>> = {
  pass: '✔ PASS',
  fail: '✖ FAIL',
  none: '– NO POLICY',
  unknown: '– UNPROVEN',
};

const mark = (isGood: boolean, isOpen: boolean): string => (isGood ? '✔' : isOpen ? '–' : '✖');

/** One mail for a terminal: the verdict, then SPF, each signature and DMARC, then what to do. */
export const renderMail = ({ author, subject, spf, dkim, dmarc }: ReceivedMail): string => {
  const open = ['temperror', 'unknown'];
  const line = (name: string, sign: string, ...words: readonly string[]): string =>
    `${sign} ${name.padEnd(6)} ${words
      .filter((word) => word !== '')
      .map(printable)
      .join(' · ')}`;
  const spfSays = line(
    'SPF',
    mark(spf.result === 'pass' && spf.aligned, open.includes(spf.result)),
    spf.result,
    spf.domain,
    spf.ip === '' ? '' : `from ${spf.ip}`,
    spf.detail,
    spf.result === 'pass' && !spf.aligned ? 'not the author’s domain' : '',
  );
  const dkimSays = dkim.map(({ result, domain, selector, bits, detail, aligned }) =>
    line(
      'DKIM',
      mark(result === 'pass' && aligned, open.includes(result)),
      result,
      `${domain}, selector ${selector}`,
      bits === undefined ? '' : `${bits} bits`,
      detail,
      result === 'pass' && !aligned ? 'not the author’s domain' : '',
    ),
  );
  const dmarcSays = line(
    'DMARC',
    mark(dmarc.result === 'pass', dmarc.result === 'unknown' || dmarc.result === 'none'),
    dmarc.result,
    dmarc.from === '' ? '' : `record of ${dmarc.from}, policy ${dmarc.policy}`,
    dmarc.detail,
  );
  return [
    `${HEADS[dmarc.result]}  ${author === null ? 'a mail of nobody in particular' : `mail of ${printable(author)}`}`,
    ...(subject === '' ? [] : [`  ${printable(subject)}`]),
    '',
    spfSays,
    ...(dkim.length === 0 ? [line('DKIM', '✖', 'none', 'the mail is not signed')] : dkimSays),
    dmarcSays,
    ...advice(author, spf, dkim, dmarc),
  ].join('\n');
};

const advice = (
  author: ReceivedMail['author'],
  spf: ReceivedMail['spf'],
  dkim: ReceivedMail['dkim'],
  dmarc: ReceivedMail['dmarc'],
): string[] => {
  const steps: string[] = [];
  const name = author === null ? 'the domain of From' : printable(author);
  if (author === null) steps.push('Send with exactly one address in From: receivers refuse others.');
  if (dmarc.result === 'fail' && author !== null) {
    if (dkim.some(({ result, aligned }) => result === 'pass' && !aligned))
      steps.push(`Have your mail provider sign as ${name}: publish the DKIM records that it shows for this domain.`);
    else if (dkim.length === 0) steps.push(`Switch DKIM on at your mail provider, for ${name}.`);
    else
      for (const one of dkim.filter(({ result }) => result !== 'pass'))
        steps.push(`DKIM of ${printable(one.domain)}: ${printable(one.detail)}.`);
    if (spf.result === 'pass' && !spf.aligned)
      steps.push(`Set a return path below ${name} at your mail provider, so that SPF speaks for it too.`);
  }
  if (dmarc.result === 'none' && author !== null)
    steps.push(
      `Publish a policy: _dmarc.${name}  TXT  "v=DMARC1; p=none; rua=mailto:dmarc@${name}", and raise it once the reports are clean.`,
    );
  if (spf.result === 'unknown') steps.push('Name the server that handed it over: --ip <address>.');
  return steps.length === 0 ? [] : ['', 'TO DO', ...steps.map((step) => `  – ${step}`)];
};
