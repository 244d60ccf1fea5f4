import type { FastifyRequest } from 'fastify';

/** The first language of the browser that we can write in. */
export function pageLocaleOf({ headers }: Pick<FastifyRequest, 'headers'>): 'en' | 'ru' {
  const wished = headers['accept-language']?.split(',').map((language) => language.trim().slice(0, 2).toLowerCase()) ?? [];
  return wished.find((language) => language === 'ru' || language === 'en') === 'ru' ? 'ru' : 'en';
}
