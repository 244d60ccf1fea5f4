import type { PageLocale } from './account-page.texts';

interface UnsubscribeTexts {
  readonly title: string;
  readonly ask: string;
  readonly button: string;
  readonly done: string;
  readonly settings: string;
  readonly unknownTitle: string;
  readonly unknown: string;
}

/** What the page says that a link in a mail leads to; the name of what is declined follows `ask` and `done`. */
export const UNSUBSCRIBE_TEXTS: Readonly<Record<PageLocale, UnsubscribeTexts>> = {
  en: {
    title: 'No more mails of this kind',
    ask: 'You would no longer be written to about:',
    button: 'Stop these mails',
    done: 'Thank you. You are no longer written to about:',
    settings: 'In the app you are still told of it. What you are told of, and how, you choose in your notification settings.',
    unknownTitle: 'This link declines nothing',
    unknown: 'It is incomplete, or the account it belonged to is gone.',
  },
  ru: {
    title: 'Отказ от писем',
    ask: 'Вы больше не будете получать письма этого вида:',
    button: 'Больше не присылать',
    done: 'Готово. Вы больше не получаете письма этого вида:',
    settings: 'В приложении вы по-прежнему увидите такие сообщения. О чём и как вам сообщать, можно выбрать в настройках уведомлений.',
    unknownTitle: 'Эта ссылка ничего не отменяет',
    unknown: 'Она неполная, или учётной записи, к которой она относилась, больше нет.',
  },
};
