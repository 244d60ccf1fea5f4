/** What every mail looks like: plain tables and inline styles, because mail programs know nothing newer. */
export const HTML_LAYOUT = `<!DOCTYPE html>
<html lang="{{locale}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{{subject}}</title>
</head>
<body style="margin:0;padding:0;background:#f4f5f7;">
<div style="display:none;max-height:0;overflow:hidden;">{{summary}}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f5f7;">
<tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border-radius:8px;">
<tr><td style="padding:32px;font-family:-apple-system,'Segoe UI',Roboto,Arial,sans-serif;font-size:16px;line-height:1.5;color:#1f2430;">
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3;">{{subject}}</h1>
{{#each lines}}<p style="margin:0 0 12px;white-space:pre-line;">{{this}}</p>
{{/each}}{{#each items}}<p style="margin:0 0 16px;white-space:pre-line;"><a href="{{link}}" style="color:#1652f0;font-weight:600;">{{title}}</a><br>{{text}}</p>
{{/each}}<p style="margin:24px 0;"><a href="{{link}}" style="display:inline-block;padding:12px 20px;background:#1652f0;color:#ffffff;text-decoration:none;border-radius:6px;">{{action}}</a></p>
<p style="margin:0 0 12px;font-size:13px;color:#5b6270;word-break:break-all;">{{link}}</p>
<p style="margin:0;font-size:13px;color:#5b6270;">{{footer}}</p>
{{#if unsubscribeUrl}}<p style="margin:12px 0 0;font-size:13px;"><a href="{{unsubscribeUrl}}" style="color:#5b6270;">{{unsubscribe}}</a></p>
{{/if}}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;

/** The same for those who read text. */
export const TEXT_LAYOUT = `{{subject}}

{{#each lines}}{{this}}

{{/each}}{{#each items}}* {{title}}
  {{text}}
  {{link}}

{{/each}}{{action}}:
{{link}}

--
{{footer}}
{{#if unsubscribeUrl}}{{unsubscribe}}: {{unsubscribeUrl}}
{{/if}}`;

/** Why somebody gets the mail, and where to say otherwise. */
export const FOOTER = {
  en: {
    optional: 'Bookable sends you this because you have an account. What you are told of, and how, you choose in your notification settings.',
    mandatory: 'Bookable sends you this because it concerns the safety of your account.',
    unsubscribe: 'No more mails of this kind',
  },
  ru: {
    optional: 'Вы получили это письмо, потому что у вас есть учётная запись Bookable. О чём и как вам сообщать, можно выбрать в настройках уведомлений.',
    mandatory: 'Вы получили это письмо, потому что речь идёт о безопасности вашей учётной записи.',
    unsubscribe: 'Больше не присылать таких писем',
  },
} as const;

/** The frame of the one mail a day. */
export const DIGEST_WORDS = {
  en: { subject: 'What is new for you', action: 'All notifications' },
  ru: { subject: 'Что для вас нового', action: 'Все уведомления' },
} as const;
