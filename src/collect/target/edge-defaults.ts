import type { EdgeConfig } from '../../model/target.ts';
import type { EdgeInput } from './edge-schema.ts';

/** Fills in what was left out. */
export const withEdgeDefaults = (input: EdgeInput): EdgeConfig => ({
  domains: input.domains,
  hosts: input.hosts ?? [],
  ...(input.canonical === undefined ? {} : { canonical: input.canonical }),
  ...(input.zone === undefined ? {} : { zone: input.zone }),
  ...(input.cutover === undefined ? {} : { cutover: input.cutover }),
  callbacks: input.callbacks ?? [],
  ...(input.login === undefined ? {} : { login: input.login }),
  private: input.private ?? [],
  public: input.public ?? [],
  originAddresses: input.originAddresses ?? [],
  mail: {
    domains: input.mail?.domains ?? [],
    providers: input.mail?.providers ?? [],
    selectors: input.mail?.selectors ?? [],
  },
});
