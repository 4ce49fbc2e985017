import type { MailFrom } from '../../../model/evidence/mail.ts';
import type { Defect } from '../../../model/finding.ts';
import { printable } from '../../secrets/leak/text.ts';

const MOST_MORE = 5;

/** One defect for each address, at the first place that holds it, with the others. */
export const eachAddress = (
  senders: readonly MailFrom[],
  defect: (first: MailFrom) => Pick<Defect, 'title' | 'severity' | 'data'> & { text: string },
): Defect[] =>
  [...new Set(senders.map(({ address }) => address))].flatMap((address) => {
    const places = senders.filter((one) => one.address === address);
    const [first, ...others] = places;
    if (first === undefined) return [];
    const { text, ...more } = defect(first);
    return [
      {
        key: address,
        ...more,
        where: { path: first.at.path, line: first.at.line },
        proof: {
          kind: 'code' as const,
          text: `${printable(first.name)} is ${printable(address)} in ${printable(first.at.path)}:${first.at.line}. ${text}`,
          ...(others.length === 0
            ? {}
            : { more: others.slice(0, MOST_MORE).map(({ at }) => `${printable(at.path)}:${at.line}`) }),
        },
      },
    ];
  });
