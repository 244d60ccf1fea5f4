/** The cost of one guess: OWASP's least for argon2id. Raising it upgrades every account at its next sign-in. */
export const ARGON2_COST = { memoryKib: 19_456, passes: 2, lanes: 1 } as const;

/** Stands where an account has no password: no hash of any password reads like this, so nobody signs in. */
export const NO_PASSWORD = '!';

const ARGON2ID = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/;
const BCRYPT = /^\$2[ab]\$\d{2}\$[./A-Za-z0-9]{53}$/;

/** Which function made a hash; undefined where it is none of those we accept. */
export function hashKind(hash: string): 'argon2id' | 'bcrypt' | undefined {
  if (ARGON2ID.test(hash)) return 'argon2id';
  return BCRYPT.test(hash) ? 'bcrypt' : undefined;
}

/** Whether a hash is cheaper to guess than those made today. */
export function hashIsOutdated(hash: string): boolean {
  const [, memoryKib, passes, lanes] = ARGON2ID.exec(hash) ?? [];
  return (
    memoryKib === undefined || Number(memoryKib) < ARGON2_COST.memoryKib || Number(passes) < ARGON2_COST.passes || Number(lanes) < ARGON2_COST.lanes
  );
}
