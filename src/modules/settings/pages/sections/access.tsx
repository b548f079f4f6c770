/** Who may open an account, and who is told when something is wrong. */
import { RadioCards } from '../../../../ui/forms/radio-cards.tsx'
import { TextField } from '../../../../ui/forms/text-field.tsx'
import { useT } from '../../../../ui/i18n.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import type { House } from './types.ts'

const modes = ['open', 'approval', 'invitation'] as const

export function Access({ house }: { house: House }) {
  const t = useT()
  return (
    <Card>
      <RadioCards
        name="registration"
        label={t('settings.registration')}
        defaultValue={house.registration}
        cards={modes.map((value) => ({
          value,
          label: t(`settings.registration_${value}`),
          hint: t(`settings.registrationHint_${value}`),
        }))}
      />
    </Card>
  )
}

export function Alerts({ house }: { house: House }) {
  const t = useT()
  const { alerts } = house.settings
  return (
    <Card>
      <div className="form">
        <p className="text-ink-soft">{t('settings.alertsText')}</p>
        <TextField
          name="settings.alerts.email"
          type="email"
          label={t('settings.alertEmail')}
          defaultValue={alerts?.email}
          optional
        />
        <TextField
          name="settings.alerts.webhook"
          type="url"
          label={t('settings.alertWebhook')}
          defaultValue={alerts?.webhook}
          placeholder="https://"
          optional
        />
        <TextField
          name="settings.alerts.slack"
          type="url"
          label={t('settings.alertSlack')}
          defaultValue={alerts?.slack}
          placeholder="https://hooks.slack.com/"
          optional
        />
      </div>
    </Card>
  )
}
