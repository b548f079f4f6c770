/** Language and light or dark. Plain forms: the choice is posted, kept in a cookie by the server, and holds everywhere. */
import Moon from 'lucide-react/icons/moon'
import Sun from 'lucide-react/icons/sun'
import { Form, useLocation } from 'react-router'
import { localeNames, locales } from '../../platform/i18n/locales.ts'
import { useI18n } from '../i18n.tsx'

/** Takes `locale` or `theme`, sets the cookie and leads back to `back`. */
export const displayAction = '/display'

const Back = () => {
  const { pathname, search } = useLocation()
  return <input type="hidden" name="back" value={pathname + search} />
}

export function LanguageSwitch() {
  const { locale, t } = useI18n()
  return (
    <Form method="post" action={displayAction} preventScrollReset>
      <Back />
      <fieldset className="switches" aria-label={t('ui.language')}>
        {locales.map((code) => (
          <button
            key={code}
            type="submit"
            name="locale"
            value={code}
            lang={code}
            aria-pressed={code === locale}
            title={localeNames[code]}
          >
            <span className="switch-long">{localeNames[code]}</span>
          </button>
        ))}
      </fieldset>
    </Form>
  )
}

export type Theme = 'light' | 'dark' | 'system'

/** `theme` is the one kept in the cookie; `system` follows the device. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  const { t } = useI18n()
  const choices = [
    { value: 'light', label: t('ui.themeLight'), icon: <Sun aria-hidden /> },
    { value: 'dark', label: t('ui.themeDark'), icon: <Moon aria-hidden /> },
    { value: 'system', label: t('ui.themeSystem'), icon: null },
  ] as const
  return (
    <Form method="post" action={displayAction} preventScrollReset>
      <Back />
      <fieldset className="switches" aria-label={t('ui.theme')}>
        {choices.map(({ value, label, icon }) => (
          <button
            key={value}
            type="submit"
            name="theme"
            value={value}
            aria-pressed={value === theme}
            title={label}
          >
            {icon}
            <span className={icon ? 'sr-only' : undefined}>{label}</span>
          </button>
        ))}
      </fieldset>
    </Form>
  )
}
