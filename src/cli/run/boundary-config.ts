import { withBoundaryDefaults } from '../../collect/target/boundary-defaults.ts';
import type { Config } from '../../model/target.ts';
import type { BoundaryFlags } from '../options/boundary-options.ts';

/** The config with what the command line says of the running app. */
export const withBoundaryFlags = (config: Config, { target, mode }: BoundaryFlags): Config => {
  // The same places as in the config, spelled out: what it says of them stands.
  const isNamed = target?.every((origin) => config.boundary?.origins.includes(origin)) === true;
  const named =
    target === undefined
      ? config.boundary
      : withBoundaryDefaults({ ...(isNamed ? config.boundary : restOf(config)), origins: target });
  if (named === undefined) return config;
  return { ...config, boundary: mode === undefined ? named : { ...named, mode } };
};

/** What the config says besides the origins; its environment and mode go with the origins that it names. */
const restOf = ({ boundary }: Config): object => {
  if (boundary === undefined) return {};
  const { origins: _, environment: __, mode: ___, ...rest } = boundary;
  return rest;
};
