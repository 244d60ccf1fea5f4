import type { FastifyRequest } from 'fastify';

/** Fields of a contract's request that come from the connection, so that nobody can send them. */
export interface Supply {
  readonly fields: readonly string[];
  readonly from: (request: FastifyRequest) => Readonly<Record<string, unknown>>;
}

const USER_AGENT_LENGTH_AT_MOST = 512;

/** Where a call comes from, for slowing down whoever guesses and for showing people their sessions. */
export const callerOrigin: Supply = {
  fields: ['clientAddress', 'userAgent'],
  from: (request) => ({ clientAddress: request.ip, userAgent: request.headers['user-agent']?.slice(0, USER_AGENT_LENGTH_AT_MOST) }),
};
