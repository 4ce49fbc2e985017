/** What one tool says of a server: `group: name` → value. What it lists belongs to a scope, and what is not in its list it denies. */
export interface Facts {
  said: ReadonlyMap<string, string>;
  /** `suite of TLS 1.2`: listed in full. */
  scopes: ReadonlySet<string>;
  seconds: number;
}

export interface Difference {
  fact: string;
  ours: string;
  theirs: string;
}

export interface Comparison {
  /** Facts of which both say the same; what neither takes is not counted. */
  same: number;
  differ: readonly Difference[];
  /** Said by one alone. */
  onlyOurs: readonly string[];
  onlyTheirs: readonly string[];
}

const scopeOf = (fact: string): string => fact.slice(0, Math.max(fact.indexOf(': '), 0));

const said = ({ said: values, scopes }: Facts, fact: string): string | undefined =>
  values.get(fact) ?? (scopes.has(scopeOf(fact)) ? 'no' : undefined);

export const compare = (ours: Facts, theirs: Facts): Comparison => {
  const facts = [...new Set([...ours.said.keys(), ...theirs.said.keys()])].toSorted();
  const pairs = facts.map((fact) => ({ fact, own: said(ours, fact), other: said(theirs, fact) }));
  return {
    same: pairs.filter(({ own, other }) => own !== undefined && own === other).length,
    differ: pairs.flatMap(({ fact, own, other }) =>
      own !== undefined && other !== undefined && own !== other ? [{ fact, ours: own, theirs: other }] : [],
    ),
    onlyOurs: pairs.filter(({ other }) => other === undefined).map(({ fact }) => fact),
    onlyTheirs: pairs.filter(({ own }) => own === undefined).map(({ fact }) => fact),
  };
};

export const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

/** `ecdsa sha256`, whatever it is called. */
export const signatureName = (text: string): string => {
  const hash = /sha-?(?:1(?!\d)|\d{3})|md5/i.exec(text)?.[0]?.toLowerCase().replace('-', '') ?? '?';
  return `${/ecdsa/i.test(text) ? 'ecdsa' : 'rsa'} ${hash}`;
};

/** To the minute: finer nobody prints it. */
export const minute = (date: string): string => new Date(date).toISOString().slice(0, 16);

export const VERSIONS = ['SSL 2.0', 'SSL 3.0', 'TLS 1.0', 'TLS 1.1', 'TLS 1.2', 'TLS 1.3'] as const;
