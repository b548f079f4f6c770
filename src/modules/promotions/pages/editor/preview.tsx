/** The promotion in words. */
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { conditionsOf, type Draft, effectOf, type Names } from './words.ts'

export function Preview({ draft, names, currency }: { draft: Draft; names: Names; currency: string }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t('promotions.preview')} className="lg:sticky lg:top-20">
      <output className="flex flex-col gap-2" suppressHydrationWarning>
        <span className="font-display text-xl" suppressHydrationWarning>
          {effectOf(t, format, draft, currency)}
        </span>
        {conditionsOf(t, format, draft, names, currency).map((sentence) => (
          <span key={sentence} suppressHydrationWarning>
            {sentence}
          </span>
        ))}
      </output>
    </Card>
  )
}
