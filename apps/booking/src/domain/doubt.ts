import type { Period } from '@bookable/kernel';
import type { Status } from './lifecycle';

/** Why the guest of an event has to say again whether they come: it was moved onto other plans of theirs; or they host an event of their own at its time. */
export type Doubt = 'moved' | 'hosting';

/** Whose doing it is that a guest has other plans: the event is not at the time any more that was booked, or they made them. */
export function doubtAbout({ startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date }, session: Period | undefined): Doubt {
  return session && (session.fromMs !== startsAt.getTime() || session.toMs !== endsAt.getTime()) ? 'moved' : 'hosting';
}

/** By which steps the guest answers; undefined where there is nothing to answer. */
export function doubtAnswers({ doubt, status }: { readonly doubt: Doubt | null; readonly status: Status }): ['reconfirm', 'cancel'] | undefined {
  return doubt !== null && status === 'confirmed' ? ['reconfirm', 'cancel'] : undefined;
}
