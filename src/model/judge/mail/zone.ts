import type { MailDomain, MailRecord } from '../../evidence/mail.ts';
import { dmarcName, dmarcPlan } from './dmarc-plan.ts';
import { mergedSpf } from './merged-spf.ts';
import { sendsNothing } from './sends-nothing.ts';

/** One record of a domain's mail as it should stand. */
export interface ZoneLine {
  /** Whole name, without a dot at its end. */
  name: string;
  type: 'TXT' | 'CNAME' | 'MX';
  value: string;
  /** `fill-in`: a part in `<…>` only the provider’s page shows. `remove`: it is in the way. */
  todo: 'add' | 'change' | 'remove' | 'fill-in' | 'nothing';
  note?: string;
}

export interface ZoneGroup {
  title: string;
  /** Mail proves itself without it too. */
  optional: boolean;
  /** Page that shows the values in `<…>`. */
  shownAt?: string;
  lines: readonly ZoneLine[];
}

/** The records that a domain's mail needs, those that stand there already among them. */
export const mailZone = (domain: MailDomain): ZoneGroup[] =>
  [
    ...spfGroup(domain),
    ...domain.senders.flatMap(providerGroup),
    ...dmarcGroup(domain),
    ...transportGroup(domain),
  ].filter(({ lines }) => lines.length > 0);

const spfGroup = (domain: MailDomain): ZoneGroup[] => {
  const { spf, mx } = domain;
  const name = domain.domain;
  if (sendsNothing(domain) || (domain.senders.length === 0 && spf.state === 'none' && mx.state === 'none')) {
    const isSaid = spf.text?.trim().toLowerCase() === 'v=spf1 -all';
    const silent: ZoneLine[] = [
      { name, type: 'TXT', value: 'v=spf1 -all', todo: isSaid ? 'nothing' : 'add' },
      { name, type: 'MX', value: '0 .', todo: mx.state === 'null' ? 'nothing' : 'add' },
    ];
    return [{ title: 'A domain that sends and takes no mail says so', optional: true, lines: silent }];
  }
  const merged = mergedSpf(domain);
  if (merged === null) return [];
  const { text, lookups, removed, isNew } = merged;
  const others: ZoneLine[] = (spf.others ?? []).map((value) => ({
    name,
    type: 'TXT',
    value,
    todo: 'remove',
    note: 'one record alone may begin with v=spf1',
  }));
  const notes = [
    ...(lookups === undefined ? [] : [`${lookups} of 10 lookups`]),
    ...removed.map(({ term, why }) => `without ${term}: it ${why}`),
  ];
  const line: ZoneLine = {
    name,
    type: 'TXT',
    value: text,
    todo: !isNew ? 'nothing' : spf.text === undefined ? 'add' : 'change',
    ...(notes.length === 0 ? {} : { note: notes.join('; ') }),
  };
  return [{ title: 'SPF: who may send for the domain', optional: false, lines: [line, ...others] }];
};

const WORDS: Readonly<Record<MailRecord['for'], string>> = {
  dkim: 'DKIM key',
  bounces: 'takes bounces',
  inbox: 'takes mail',
  proof: 'proof of ownership',
};

/** What one sender asks to publish. */
export const providerGroup = ({ name, records = [], shownAt, seenIn }: MailDomain['senders'][number]): ZoneGroup[] => {
  const lines = records.map(({ name: at, type, value, state, optional, for: what }): ZoneLine => {
    const isOpen = state === 'unknown' || value.includes('<') || at.includes('<');
    return {
      name: at,
      type,
      value,
      todo: state === 'there' ? 'nothing' : isOpen ? 'fill-in' : state === 'other' ? 'change' : 'add',
      note: `${WORDS[what]}${optional ? ', not needed' : ''}`,
    };
  });
  const isOpen = lines.some(({ todo }) => todo === 'fill-in');
  return [
    {
      title: `${name}${seenIn[0] === undefined ? '' : ` (${seenIn[0]})`}`,
      optional: records.every(({ optional }) => optional),
      ...(shownAt === undefined || !isOpen ? {} : { shownAt }),
      lines,
    },
  ];
};

const dmarcGroup = (domain: MailDomain): ZoneGroup[] => {
  const { applied } = domain.dmarc;
  if (applied === undefined && domain.dmarc.steps.some(({ found }) => found === 'error')) return [];
  const text = domain.dmarc.steps.find((step) => step.domain === applied?.from)?.text ?? '';
  const [first] = dmarcPlan(domain);
  const isSame =
    first === undefined ||
    (applied !== undefined && first.policy === applied.p && isSound(applied) && !sendsNothing(domain));
  const at = { name: dmarcName(domain), type: 'TXT' } as const;
  const line: ZoneLine = isSame
    ? { ...at, value: text, todo: 'nothing' }
    : {
        ...at,
        value: first.record,
        todo: first.record.includes('<') ? 'fill-in' : applied === undefined ? 'add' : 'change',
      };
  return [{ title: 'DMARC: what becomes of mail that only pretends', optional: false, lines: [line] }];
};

type Applied = NonNullable<MailDomain['dmarc']['applied']>;

/** Nothing of the record has to be mended before it is made stricter. */
const isSound = ({ p, sp, testing, rua, remarks }: Applied): boolean =>
  !testing &&
  rua.some(({ accepted }) => accepted !== 'no') &&
  !(sp === 'none' && p !== 'none') &&
  remarks.every(({ kind }) => kind === 'removed' || kind === 'unknown');

/** RFC 8460: reports cost nothing and show who cannot deliver. */
const transportGroup = ({ domain, mx, tlsReporting }: MailDomain): ZoneGroup[] => {
  if (mx.state !== 'hosts') return [];
  const line: ZoneLine = {
    name: `_smtp._tls.${domain}`,
    type: 'TXT',
    value: `v=TLSRPTv1; rua=mailto:tls@${domain}`,
    todo: tlsReporting.state === 'none' ? 'add' : tlsReporting.state === 'faulty' ? 'change' : 'nothing',
  };
  return [{ title: 'Reports of mail that could not be delivered over TLS', optional: true, lines: [line] }];
};
