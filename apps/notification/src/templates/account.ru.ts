import type { ACCOUNT_EN } from './account.en';
import type { Wording } from './wording';

/** What is written about accounts and people, in Russian; as in English, the first two mails name nobody. */
export const ACCOUNT_RU: Readonly<Record<keyof typeof ACCOUNT_EN, Wording>> = {
  'email-verification': {
    subject: 'Подтвердите адрес почты',
    summary: 'Подтвердите адрес почты для Bookable.',
    lines: ['Добро пожаловать в Bookable. Подтвердите, пожалуйста, что это ваш адрес.', 'Ссылка действует до {{validUntil}}.', 'Если вы не регистрировались, просто не отвечайте на это письмо: ничего не произойдёт.'],
    action: 'Подтвердить адрес',
  },
  'password-reset': {
    subject: 'Новый пароль',
    summary: 'Новый пароль для Bookable.',
    lines: ['Кто-то, надеемся, что вы, хочет задать новый пароль для вашей учётной записи Bookable.', 'Ссылка действует один раз, до {{validUntil}}. После этого все сеансы будут завершены.', 'Если это были не вы, просто не отвечайте на это письмо: пароль останется прежним.'],
    action: 'Задать новый пароль',
  },
  'password-changed': {
    subject: 'Ваш пароль изменён',
    summary: 'Пароль вашей учётной записи изменён.',
    lines: ['Пароль вашей учётной записи Bookable изменён {{at}}.', 'Если это были не вы, сразу задайте новый пароль: у кого-то есть доступ к вашей учётной записи.'],
    action: 'Проверить учётную запись',
  },
  'session-reuse': {
    subject: 'Мы завершили ваш сеанс',
    summary: 'Ваш сеанс завершён: его ключ использован дважды.',
    lines: ['Ключ вашего сеанса {{at}} был использован второй раз: так бывает, когда его украли. Мы завершили этот сеанс.', '{{#if device}}Устройство: {{device}}{{/if}}', 'Войдите ещё раз. Если устройство вам незнакомо, смените пароль.'],
    action: 'Проверить сеансы',
  },
  'review-published': {
    subject: '{{#if aboutListing}}Новый отзыв о вашем объявлении{{else}}Новый отзыв о вас{{/if}}',
    summary: '{{authorName}}: новый отзыв, оценка {{stars}} из 5.',
    lines: ['{{authorName}}: новый отзыв, оценка {{stars}} из 5.', '{{text}}'],
    action: 'Прочитать отзыв',
  },
  'user-followed': {
    subject: 'Новый подписчик: {{followerName}}',
    summary: 'У вас новый подписчик: {{followerName}}.',
    lines: ['У вас новый подписчик: {{followerName}}. Подписчикам видны события, которые вы создаёте для них.'],
    action: 'Посмотреть профиль',
  },
};
