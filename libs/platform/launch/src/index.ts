export { freePort, freePorts } from './free-port';
export { NODE_FLAGS } from './node-flags';
export { untilReady } from './until-ready';
