export { type Backend, TcpBalancer } from './tcp-balancer';
export { TcpProxy } from './tcp-proxy';
