import { HttpCode, Req, RequestMapping, RequestMethod, Res, applyDecorators, createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { RpcContract } from '@bookable/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { UploadRule } from '../uploads/upload-rule';
import type { RateLimitName } from './rate-limits';
import type { Supply } from './supplies';

/**
 * Who may call a route. `anyone` and `signed-in` and `admin` are decided here; who is `party` or `owner` of a thing
 * only the service that owns the thing knows, so for these the gateway asks for a signed-in caller and the service decides.
 */
export type Access = 'anyone' | 'signed-in' | 'party' | 'owner' | 'admin';

/** The methods of the public API. */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What is said of a route beside its address and its contract. */
export interface RouteOptions {
  readonly access: Access;
  /** One sentence for the API page. */
  readonly says: string;
  /** 200 unless told; 204 where the contract answers nothing. */
  readonly status?: number;
  /** Where a name in the path differs from the field of the request: `{ id: 'bookingId' }`. */
  readonly names?: Readonly<Record<string, string>>;
  /** Fields that the path decides and nobody may send: `{ kind: 'apartment' }`. */
  readonly fixes?: Readonly<Record<string, unknown>>;
  readonly upload?: UploadRule;
  /** Fields that the edge fills in from the connection. */
  readonly supplies?: Supply;
  readonly limit?: RateLimitName;
  /** The same answer as a file, in any of these media types. */
  readonly asFile?: readonly string[];
  /** The same answer in another form, for whoever accepts that rather than JSON; the handler tells the two apart by `prefers`. */
  readonly alsoAs?: { readonly mediaType: string; readonly contract: RpcContract };
}

/** One route of the public API, in full. */
export interface RouteDeclaration extends RouteOptions {
  readonly method: Method;
  readonly path: string;
  readonly contract: RpcContract;
  readonly status: number;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    declaration?: RouteDeclaration;
  }
}

const Asked = createParamDecorator((_data: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().asked);

type RouteHandler<Request> = (asked: Request, request: FastifyRequest, reply: FastifyReply) => unknown;

/**
 * Declares a route. From the declaration follow who is let in, how the request is checked against the contract,
 * the rate limit, the caching, the documentation and the row of the route table.
 * The method gets the checked request, and beside it the HTTP request and reply where it has a use for them.
 */
export function Route<Request>(method: Method, path: string, contract: RpcContract<Request, unknown>, options: RouteOptions) {
  const status = options.status ?? (contract.answers === 'nothing' ? 204 : 200);
  const declaration: RouteDeclaration = { ...options, method, path, contract: contract as RpcContract, status };
  return <Handler extends RouteHandler<Request>>(target: object, name: string, descriptor: TypedPropertyDescriptor<Handler>): void => {
    Asked()(target, name, 0);
    const parameterCount = descriptor.value?.length ?? 1;
    if (parameterCount > 1) Req()(target, name, 1);
    if (parameterCount > 2) Res({ passthrough: true })(target, name, 2);
    applyDecorators(RequestMapping({ path, method: RequestMethod[method] }), HttpCode(status), RouteConfig({ declaration }))(target, name, descriptor);
  };
}
