import { isOfNow, verdictOf } from './mail-event';

describe('what a provider tells of a mail', () => {
  it.each([
    ['a mailbox that is not there', { event: 'bounce', type: 'bounce', reason: '550 no such user' }, { kind: 'bounced', reason: '550 no such user' }],
    ['a mailbox that is not there, without a word', { event: 'bounce' }, { kind: 'bounced', reason: 'a mail came back' }],
    ['a complaint', { event: 'spamreport' }, { kind: 'complained', reason: 'its reader called a mail spam' }],
    ['an address it knows to be dead', { event: 'dropped', reason: 'Bounced Address' }, { kind: 'bounced', reason: 'Bounced Address' }],
    ['an address that has complained', { event: 'dropped', reason: 'Spam Reporting Address' }, { kind: 'complained', reason: 'Spam Reporting Address' }],
    ['a server that blocks us', { event: 'bounce', type: 'blocked', reason: '421 try later' }, undefined],
    ['a mail it takes for spam', { event: 'dropped', reason: 'Spam Content (if Spam Checker app enabled)' }, undefined],
    ['a delay', { event: 'deferred' }, undefined],
    ['a delivery', { event: 'delivered' }, undefined],
    ['no event at all', { event: 7, reason: {} }, undefined],
    ['a reason of somebody else’s making', { event: 'dropped', reason: 'constructor' }, undefined],
  ])('%s', (_what, event, verdict) => expect(verdictOf(event)).toEqual(verdict));
});

describe('the moment of a signature', () => {
  const nowMs = Date.parse('2026-11-21T10:00:00Z');
  const seconds = nowMs / 1_000;
  it.each([[seconds, true], [seconds - 600, true], [seconds + 600, true], [seconds - 601, false], [seconds + 601, false]])('%d is of now: %s', (at, isNear) => expect(isOfNow(String(at), nowMs)).toBe(isNear));
  it.each(['', 'now', '-1', '1e9', ' 1795255200', '99999999999999'])('%j is no moment', (at) => expect(isOfNow(at, nowMs)).toBe(false));
});
