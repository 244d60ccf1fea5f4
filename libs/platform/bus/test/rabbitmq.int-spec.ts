import { describeBus } from './bus-conformance';
import { RabbitMqWorld } from './rabbitmq-world';

describeBus('the bus over RabbitMQ', async (options) => new RabbitMqWorld(options));
