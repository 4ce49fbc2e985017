import type * as Mail from '../../model/evidence/mail.ts';
import { flag, list, members, number, oneOf, text, type Shape } from '../shape.ts';

const name = text(1_000);
const names = list(name, 1_000);

const term: Shape = (value, at) =>
  members<Mail.SpfTerm>(
    { text: text(70_000), qualifier: text(1), mechanism: text(20), lookups: number, isVoid: flag },
    { prefix: number, into: node },
  )(value, at);

const node: Shape = (value, at) =>
  members<Mail.SpfNode>(
    { domain: name, state: text(20), terms: list(term, 5_000) },
    { text: text(70_000), problem: text(70_000), others: list(text(70_000), 100) },
  )(value, at);

const alignment = oneOf('yes', 'no', 'unknown');

const record = members<Mail.MailRecord>(
  {
    for: oneOf('dkim', 'bounces', 'inbox', 'proof'),
    name,
    type: oneOf('TXT', 'CNAME', 'MX'),
    value: text(1_000),
    optional: flag,
    state: oneOf('there', 'missing', 'other', 'unknown'),
  },
  { found: text(70_000) },
);

const sender = members<Mail.MailSender>(
  {
    provider: text(50),
    name: text(100),
    seenIn: names,
    ofDomain: flag,
    aligned: members<Mail.MailSender['aligned']>({ spf: alignment, dkim: alignment }),
    includes: names,
    spfAtApex: flag,
  },
  { includeCosts: number, records: list(record, 50), shownAt: text(300) },
);

const policy = oneOf('none', 'quarantine', 'reject');

const applied = members<NonNullable<Mail.MailDmarc['applied']>>({
  from: name,
  by: oneOf('p', 'sp', 'np'),
  policy,
  p: policy,
  sp: policy,
  np: policy,
  adkim: oneOf('r', 's'),
  aspf: oneOf('r', 's'),
  testing: flag,
  rua: list(members<Mail.DmarcReport>({ uri: text(70_000), domain: name, accepted: text(20) }), 100),
  remarks: list(members<{ tag: string; kind: string }>({ tag: text(1_000), kind: text(20) })),
});

const dmarc = members<Mail.MailDmarc>(
  {
    steps: list(
      members<Mail.MailDmarc['steps'][number]>({ domain: name, found: text(20) }, { text: text(70_000) }),
      20,
    ),
    organizational: name,
    misplaced: flag,
  },
  { applied },
);

const dkim = members<Mail.DkimFact>(
  { selector: name, from: text(200), name, state: text(20), wildcard: flag },
  { alias: name, algorithm: text(20), bits: number, testing: flag, hashes: names, problem: text(1_000) },
);

const found = members<Mail.MailDomain['bimi']>({ state: text(20) }, { record: text(70_000) });

/** Of `edge.mail`. */
export const mailDomains: Shape = list(
  members<Mail.MailDomain>({
    domain: name,
    senders: list(sender, 100),
    spf: node,
    dmarc,
    dkim: list(dkim, 1_000),
    mx: members<Mail.MxFacts>({
      state: text(20),
      hosts: list(members<Mail.MxFacts['hosts'][number]>({ name, preference: number, state: text(20) }), 100),
    }),
    mtaSts: members<Mail.MailDomain['mtaSts']>(
      { state: text(20) },
      { record: text(70_000), mode: text(20), mx: names, maxAge: number, problem: text(1_000) },
    ),
    tlsReporting: found,
    bimi: found,
  }),
  100,
);

const codePlace = members<Mail.CodeSender['at']>({ path: name, line: number });

const codeSender = {
  address: name,
  domain: name,
  name,
  at: codePlace,
  as: oneOf('fixed', 'fallback', 'default', 'setting'),
};

/** Of `code.mail`. */
export const codeMail: Shape = members<Mail.CodeMail>({
  senders: list(members<Mail.CodeSender>(codeSender), 1_000),
  hosts: list(members<Mail.CodeMail['hosts'][number]>({ host: name, at: codePlace }), 1_000),
});

/** Of `edge.from`. */
export const mailFrom: Shape = list(
  members<Mail.MailFrom>(
    {
      ...codeSender,
      kind: oneOf('own', 'free', 'reserved', 'trial', 'foreign'),
      exists: oneOf('yes', 'no', 'unknown'),
      proven: alignment,
      by: names,
    },
    { policy },
  ),
  1_000,
);
