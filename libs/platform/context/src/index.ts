export { type Actor, type RequestContext, currentContext, runInContext } from './request-context';
