import { type CleanedEnv, type CleanedEnvAccessors, EnvMissingError, customCleanEnv } from 'envalid';
import { BadValue, ConfigError, type ConfigFault } from './config-error';

/** The variables a process was started with. Only `config.ts` files take one. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What `readConfig` answers for a set of specs: each variable with its parsed type. */
export type Config<Specs> = Omit<CleanedEnv<Specs>, keyof CleanedEnvAccessors>;

interface SpecWords {
  readonly choices?: readonly unknown[];
  readonly desc?: string;
  readonly example?: string;
}

/**
 * Reads the variables a service knows, once, at start. Every fault is collected and named before it throws
 * `ConfigError`. A variable set to the empty text counts as absent, as in `.env` files.
 */
export function readConfig<Specs>(env: Environment, specs: Specs): Config<Specs> {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  return customCleanEnv<Specs, CleanedEnv<Specs>>(present, specs, (config) => config, {
    reporter: ({ errors }) => {
      const faults = Object.entries<Error | undefined>(errors).map(([variable, error]) =>
        faultOf(variable, error, (specs as Record<string, SpecWords>)[variable] ?? {}),
      );
      if (faults.length > 0) throw new ConfigError(faults);
    },
  });
}

/** Envalid's own messages repeat the value, which may be a secret, so the words are ours. */
function faultOf(variable: string, error: Error | undefined, { choices, desc, example }: SpecWords): ConfigFault {
  if (error instanceof EnvMissingError) return { variable, message: `is missing${desc ? ` (${desc})` : ''}`, example };
  if (error instanceof BadValue) return { variable, message: error.message, example };
  if (choices) return { variable, message: `must be one of ${choices.join(', ')}`, example };
  return { variable, message: `is not valid${desc ? ` (${desc})` : ''}`, example };
}
