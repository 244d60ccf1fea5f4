import type { SignedInView } from '@bookable/contracts-auth';
import { type DemoDoor, UnexpectedAnswer } from './demo-door';

/** Who plays in the demo. */
export const DEMO_PEOPLE = {
  host: { email: 'hanna@demo.example', name: 'Hanna Weiss', role: 'landlord', locale: 'en' },
  hotelier: { email: 'oskar@demo.example', name: 'Oskar Sommer', role: 'landlord', locale: 'en' },
  guest: { email: 'ivan@demo.example', name: 'Иван Петров', role: 'renter', locale: 'ru' },
} as const;

/** One of them. */
export type DemoRole = keyof typeof DEMO_PEOPLE;

/** Somebody who is signed in. */
export interface DemoPerson {
  readonly id: string;
  readonly door: DemoDoor;
}

async function signIn(door: DemoDoor, role: DemoRole, password: string): Promise<SignedInView> {
  const { email } = DEMO_PEOPLE[role];
  try {
    return await door.post<SignedInView>('/api/auth/login', { email, password });
  } catch (error) {
    if (!(error instanceof UnexpectedAnswer) || error.status !== 401) throw error;
    return door.post<SignedInView>('/api/auth/register', { ...DEMO_PEOPLE[role], password });
  }
}

/** Signs one of them in, registering them first where they are new. */
export async function demoPerson(door: DemoDoor, role: DemoRole, password: string): Promise<DemoPerson> {
  const { user, accessToken } = await signIn(door, role, password);
  return { id: user.id, door: door.signedIn(accessToken) };
}
