export { RabbitMqNode, installedServer } from './rabbitmq-node';
export { answersOn } from './answers-on';
