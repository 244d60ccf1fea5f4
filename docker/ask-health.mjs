// Whether this container may be sent work: asked by Docker, answered by the service on its health port.
const answer = await fetch(`http://127.0.0.1:${process.env.HEALTH_PORT}/health/ready`, { signal: AbortSignal.timeout(2_500) }).catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);
