/** A producer's money at a glance: what is earned, what is stated, what is on its way and what came last. */
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { LinkButton } from '../../../../ui/parts/button.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { KeyValue } from '../../../../ui/parts/key-value.tsx'
import { Money } from '../../../../ui/parts/money.tsx'
import type { Standing } from '../../../payouts/standing.ts'

export function MyMoney({ standing }: { standing: Standing }) {
  const t = useT()
  const { date } = useFormat()
  const { currency, open, stated, onItsWay, nextOn, last } = standing
  const euro = (amount: string) => <Money value={{ amount, currency }} />
  const on = (day: string) => (
    <span className="text-ink-soft" suppressHydrationWarning>
      {' '}
      · {date(day, 'date')}
    </span>
  )
  return (
    <Card
      title={t('insights.myMoney')}
      actions={
        <LinkButton to="/console/statements" size="small" tone="ghost">
          {t('insights.toStatements')}
        </LinkButton>
      }
    >
      <KeyValue
        facts={[
          { label: t('insights.moneyOpen'), value: euro(open) },
          { label: t('insights.moneyStated'), value: euro(stated) },
          {
            label: t('insights.moneyNext'),
            value: nextOn ? (
              <>
                {euro(onItsWay)}
                {on(nextOn)}
              </>
            ) : (
              <span className="text-ink-soft">{t('insights.moneyNone')}</span>
            ),
          },
          {
            label: t('insights.moneyLast'),
            value: last && (
              <>
                {euro(last.amount)}
                {on(last.at)}
              </>
            ),
          },
        ]}
      />
    </Card>
  )
}
