import { describeBus } from './bus-conformance';
import { RabbitMqWorld } from './rabbitmq-world';

const BROKER_URL = process.env.RABBITMQ_URL ?? 'amqp://guest:guest@127.0.0.1:5672';

describeBus('the bus over RabbitMQ', async (options) => new RabbitMqWorld(BROKER_URL, options));
