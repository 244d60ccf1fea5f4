/** The pages that mailed links lead to. */
export type AccountPageName = 'verify-email' | 'reset-password';
/** The languages pages are written in. */
export type PageLocale = 'en' | 'ru';

interface AccountPageText {
  readonly title: string;
  readonly button: string;
  readonly done: string;
  readonly expired: string;
  readonly offline: string;
  readonly passwordLabel?: string;
}

export const ACCOUNT_PAGE_TEXTS: Readonly<Record<PageLocale, Readonly<Record<AccountPageName, AccountPageText>>>> = {
  en: {
    'verify-email': {
      title: 'Confirm your address',
      button: 'Confirm',
      done: 'Thank you, your address is confirmed.',
      expired: 'This link is no longer valid. Sign in and ask for a new one.',
      offline: 'That did not get through. Please try again.',
    },
    'reset-password': {
      title: 'Choose a new password',
      button: 'Save',
      done: 'Your password is changed. Sign in with the new one.',
      expired: 'This link is no longer valid. Ask for a new one.',
      offline: 'That did not get through. Please try again.',
      passwordLabel: 'New password',
    },
  },
  ru: {
    'verify-email': {
      title: 'Подтверждение адреса',
      button: 'Подтвердить',
      done: 'Спасибо, адрес подтверждён.',
      expired: 'Ссылка больше не действует. Войдите и запросите новую.',
      offline: 'Не удалось отправить. Попробуйте ещё раз.',
    },
    'reset-password': {
      title: 'Новый пароль',
      button: 'Сохранить',
      done: 'Пароль изменён. Войдите с новым паролем.',
      expired: 'Ссылка больше не действует. Запросите новую.',
      offline: 'Не удалось отправить. Попробуйте ещё раз.',
      passwordLabel: 'Новый пароль',
    },
  },
};
