import { RefreshSession, SignIn, type SignedInView } from '@bookable/contracts-auth';
import { DomainError } from '@bookable/kernel';
import * as fc from 'fast-check';
import { A_PASSWORD, aUser } from './people';
import { RunningAuth } from './running-auth';

const REPEAT_MS = 10_000;

/** One use of a token of the family: which one, counted from the newest, and how long after the use before. */
const use = fc.record({ back: fc.nat(3), afterMs: fc.constantFrom(0, 0, 0, 4_000, 12_000) });

/** What the family should do: written down from the promise, not from the code. */
class ExpectedFamily {
  private readonly tokens: { readonly text: string; replacedAtMs?: number }[];
  private isOver = false;

  constructor(first: string) {
    this.tokens = [{ text: first }];
  }

  pick(back: number): number {
    return Math.max(0, this.tokens.length - 1 - back);
  }

  textOf(index: number): string {
    return this.tokens[index]!.text;
  }

  /** Checks an answer (undefined is a refusal) to the use of a token. */
  check(index: number, nowMs: number, answer: string | undefined): void {
    const { replacedAtMs } = this.tokens[index]!;
    const isTooLate = replacedAtMs !== undefined && nowMs - replacedAtMs > REPEAT_MS;
    if (this.isOver || isTooLate) {
      this.isOver = true;
      expect(answer).toBeUndefined();
    } else if (replacedAtMs !== undefined) {
      expect(answer).toBe(this.tokens[index + 1]!.text);
    } else {
      expect(this.tokens.map(({ text }) => text)).not.toContain(answer);
      expect(answer).toBeDefined();
      this.tokens[index]!.replacedAtMs = nowMs;
      this.tokens.push({ text: answer! });
    }
  }
}

describe('refresh tokens in any order', () => {
  let auth: RunningAuth;
  let person: SignedInView;
  beforeAll(async () => {
    auth = await RunningAuth.start();
    person = await aUser(auth);
  });
  afterAll(() => auth.stop());

  const refresh = (refreshToken: string) =>
    auth.ask(RefreshSession, { refreshToken }).then(
      (answer) => answer.refreshToken,
      (refusal: DomainError) => void expect(refusal.problem.code).toBe('session-over'),
    );

  it('behave as promised, whichever comes when', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(use, { minLength: 1, maxLength: 12 }), async (uses) => {
        const { refreshToken } = await auth.ask(SignIn, { email: person.user.email, password: A_PASSWORD });
        const family = new ExpectedFamily(refreshToken);
        for (const { back, afterMs } of uses) {
          auth.clock.advance(afterMs);
          const index = family.pick(back);
          family.check(index, auth.clock.now().getTime(), await refresh(family.textOf(index)));
        }
      }),
      { numRuns: 40 },
    );
  });
});
