export { freePort } from './free-port';
export { untilReady } from './until-ready';
