import { redact, scrubText } from '@bookable/platform-logging';
import type { Event, Exception, StackFrame } from '@sentry/node';

/** PostgreSQL and JSON quote what they complain of; of that only names of ours, which have an underscore or a dot, stay. */
const QUOTED = /"(?![a-z]+[_.][a-z0-9_.]*")[^"]*"|'(?![a-z]+[_.][a-z0-9_.]*')[^']*'|`[^`]*`/gi;

function wordsOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : scrubText(text.replace(QUOTED, '"…"'));
}

function frameOf({ filename, function: name, lineno, colno, in_app, module }: StackFrame): StackFrame {
  return { filename, function: name, lineno, colno, in_app, module };
}

function exceptionOf({ type, value, stacktrace, mechanism }: Exception): Exception {
  return { type, value: wordsOf(value), mechanism, stacktrace: stacktrace && { frames: stacktrace.frames?.map(frameOf) } };
}

/**
 * The event with what is known to be harmless, and nothing else: kinds, places and scrubbed words of errors, our tags,
 * and the facts of the log line. Whatever else the client hangs on an event, now or in a later version, is left out.
 */
export function withoutData(event: Event): Event {
  const { event_id, timestamp, level, platform, release, environment, server_name, sdk, tags, fingerprint, message, exception, extra } = event;
  const values = exception?.values?.map(exceptionOf);
  return {
    event_id, timestamp, level, platform, release, environment, server_name, sdk, tags, fingerprint, type: undefined,
    message: wordsOf(message),
    exception: values && { values },
    extra: redact(extra) as Event['extra'],
  };
}
