import type { JsonSchema } from './rule-schemas';

const PROBLEM = { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
const TEXT = { type: 'string' };
const JSON_OBJECT = { content: { 'application/json': { schema: { type: 'object' } } } };

function inPath(name: string): JsonSchema {
  return { name, in: 'path', required: true, schema: TEXT };
}

const PAGE = { content: { 'text/html': { schema: TEXT } } };

function described(operationId: string, tag: string, summary: string, parts: JsonSchema): JsonSchema {
  return { operationId, tags: [tag], summary, 'x-access': 'anyone', security: [{}], ...parts };
}

function read(...operation: Parameters<typeof described>): JsonSchema {
  return { get: described(...operation) };
}

function unsubscription(description: string): JsonSchema {
  const unknown = { description: 'The link declines nothing.', ...PROBLEM };
  return { parameters: [inPath('token')], responses: { 200: { description, ...PAGE }, 404: unknown, default: { description: 'A refusal.', ...PROBLEM } } };
}

function linkPicture(mediaType: string): JsonSchema {
  return {
    parameters: [inPath('code')],
    responses: {
      200: { description: 'The picture.', content: { [mediaType]: { schema: { type: 'string', contentMediaType: mediaType } } } },
      404: { description: 'There is no such link.', ...PROBLEM },
      410: { description: 'The link has expired.', ...PROBLEM },
      default: { description: 'A refusal.', ...PROBLEM },
    },
  };
}

/** The addresses beside the API proper, which no contract stands behind. */
export const PLAIN_PATHS: Readonly<Record<string, JsonSchema>> = {
  '/s/{code}': read('followLink', 's', 'Follows a short link.', {
    parameters: [inPath('code')],
    responses: {
      302: { description: 'Where the link leads.', headers: { Location: { schema: { type: 'string', format: 'uri' } } } },
      404: { description: 'There is no such link.', ...PROBLEM },
      410: { description: 'The link has expired.', ...PROBLEM },
      default: { description: 'A refusal.', ...PROBLEM },
    },
  }),
  '/s/{code}/qr.png': read('showLinkAsPng', 's', 'A short link as a QR code, 512 pixels wide.', linkPicture('image/png')),
  '/s/{code}/qr.svg': read('showLinkAsSvg', 's', 'A short link as a QR code that can be printed at any size.', linkPicture('image/svg+xml')),
  '/calendars/{token}.ics': read('readFeed', 'calendars', 'When a listing is taken, as a calendar (RFC 5545), without a word about by whom.', {
    parameters: [inPath('token')],
    responses: {
      200: { description: 'The calendar.', content: { 'text/calendar': { schema: TEXT } } },
      304: { description: 'It is as it was.' },
      404: { description: 'There is no such calendar.', ...PROBLEM },
      default: { description: 'A refusal.', ...PROBLEM },
    },
  }),
  '/unsubscribe/{token}': {
    get: described('lookAtUnsubscription', 'notifications', 'Asks whether mails of one kind are to be declined.', unsubscription('The page that asks.')),
    post: described('unsubscribe', 'notifications', 'Declines mails of one kind, as mail programs do by one click (RFC 8058).', unsubscription('They are declined.')),
  },
  '/media/{key}': read('showPicture', 'media', 'A stored picture; the key may hold slashes.', {
    parameters: [inPath('key')],
    responses: {
      200: { description: 'The picture.', content: { 'image/*': { schema: { type: 'string', contentMediaType: 'image/webp' } } } },
      404: { description: 'There is no such picture.', ...PROBLEM },
      default: { description: 'A refusal.', ...PROBLEM },
    },
  }),
  '/health/live': read('live', 'health', 'Says that the process runs.', { responses: { 200: { description: 'It runs.', ...JSON_OBJECT } } }),
  '/health/ready': read('ready', 'health', 'Says whether work is welcome, each dependency by name.', {
    responses: { 200: { description: 'Work is welcome.', ...JSON_OBJECT }, 503: { description: 'It is not.', ...JSON_OBJECT } },
  }),
  '/metrics': read('metrics', 'health', 'Counts and measures, for Prometheus.', {
    responses: { 200: { description: 'Metrics.', content: { 'text/plain': { schema: TEXT } } } },
  }),
  '/api/openapi.json': read('openapi', 'docs', 'This document.', { responses: { 200: { description: 'This document.', ...JSON_OBJECT } } }),
};
