import { defineProblem } from '@bookable/kernel';

/** Warnings about the safety of an account always reach its owner. */
export const MandatoryNotification = defineProblem('mandatory-notification', 'rule-broken', 'This notification cannot be switched off.');
/** The reminder was told, or is not to be told any more; `state` names which. */
export const ReminderSettled = defineProblem('reminder-settled', 'conflict', 'This reminder waits no longer.');
/** Nobody is reminded of what has begun. */
export const ReminderAfterBeginning = defineProblem('reminder-after-beginning', 'rule-broken', 'A reminder comes before what it is of begins.');
/** It was sent, or nobody was to be reached; `status` names which. */
export const DeliverySettled = defineProblem('delivery-settled', 'conflict', 'Only a dead delivery can be sent again.');
/** It held a secret, or what it says is no longer true. */
export const DeliveryForgotten = defineProblem('delivery-forgotten', 'conflict', 'What this delivery said is not kept any more.');
/** Quiet hours and the hour of the digest are told by a clock. */
export const TimeZoneMissing = defineProblem('time-zone-missing', 'rule-broken', 'Say in which time zone you are.');
/** Quiet hours that begin when they end would have no end. */
export const QuietAllDay = defineProblem('quiet-all-day', 'rule-broken', 'Quiet hours end at another time than they begin.');
/** Whoever tells of mails proves to be their provider, and does so at once. */
export const UnsignedMailEvents = defineProblem('unsigned-mail-events', 'unauthenticated', 'These events are not signed, or not of now.');
/** Whoever runs the installation has given it no keys to push with. */
export const PushIsOff = defineProblem('push-is-off', 'conflict', 'This installation does not push.');
/** Pushes go to https addresses on the public web. */
export const PushEndpointRefused = defineProblem('push-endpoint-refused', 'rule-broken', 'Nothing can be pushed to this address.');
