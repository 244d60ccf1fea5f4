import type { PageLocale } from './account-page.texts';

/** What the page of background work says. */
export interface OperationsPageTexts {
  readonly title: string;
  readonly email: string;
  readonly password: string;
  readonly signIn: string;
  readonly refused: string;
  readonly offline: string;
  readonly refresh: string;
  readonly services: string;
  readonly service: string;
  readonly state: string;
  readonly release: string;
  readonly outbox: string;
  readonly oldest: string;
  readonly deadLetters: string;
  readonly commands: string;
  readonly jobs: string;
  readonly job: string;
  readonly cadence: string;
  readonly last: string;
  readonly took: string;
  readonly next: string;
  readonly fault: string;
  readonly topic: string;
  readonly waiting: string;
  readonly died: string;
  readonly tries: string;
  readonly reason: string;
  readonly look: string;
  readonly replay: string;
  readonly drop: string;
  readonly whyDrop: string;
  readonly done: string;
  readonly none: string;
  readonly more: string;
  readonly deliveries: string;
  readonly reminders: string;
  readonly audit: string;
  readonly action: string;
  readonly who: string;
  readonly subject: string;
  readonly at: string;
  readonly times: string;
}

export const OPERATIONS_PAGE_TEXTS: Readonly<Record<PageLocale, OperationsPageTexts>> = {
  en: {
    title: 'Background work', email: 'E-mail', password: 'Password', signIn: 'Sign in', refused: 'This account may not see this page.', offline: 'That did not get through. Please try again.',
    refresh: 'Refresh', services: 'Services', service: 'Service', state: 'State', release: 'Release', outbox: 'Facts to be told', oldest: 'Oldest', deadLetters: 'Dead letters',
    commands: 'Remembered commands', jobs: 'Jobs', job: 'Job', cadence: 'When', last: 'Last', took: 'Took', next: 'Next', fault: 'Last fault', topic: 'Topic', waiting: 'Waiting',
    died: 'Given up', tries: 'Tries', reason: 'Reason', look: 'Look', replay: 'Replay', drop: 'Drop', whyDrop: 'Why is it dropped?', done: 'Done.', none: 'None.', more: 'More',
    deliveries: 'Messages that died', reminders: 'Reminders to come', audit: 'Audit log', action: 'Action', who: 'Who', subject: 'Of what', at: 'When', times: 'Times',
  },
  ru: {
    title: 'Фоновая работа', email: 'Эл. почта', password: 'Пароль', signIn: 'Войти', refused: 'Этой учётной записи страница недоступна.', offline: 'Не удалось отправить. Попробуйте ещё раз.',
    refresh: 'Обновить', services: 'Сервисы', service: 'Сервис', state: 'Состояние', release: 'Версия', outbox: 'Ждут отправки', oldest: 'Самое старое', deadLetters: 'Недоставленные события',
    commands: 'Запомненные команды', jobs: 'Задания', job: 'Задание', cadence: 'Когда', last: 'Последний раз', took: 'Заняло', next: 'Следующий раз', fault: 'Последний сбой', topic: 'Тема', waiting: 'Ждут',
    died: 'Оставлено', tries: 'Попытки', reason: 'Причина', look: 'Посмотреть', replay: 'Повторить', drop: 'Удалить', whyDrop: 'Почему удаляется?', done: 'Готово.', none: 'Нет.', more: 'Ещё',
    deliveries: 'Недоставленные сообщения', reminders: 'Предстоящие напоминания', audit: 'Журнал действий', action: 'Действие', who: 'Кто', subject: 'С чем', at: 'Когда', times: 'Раз',
  },
};
