/** The editor of a producer, for administrators and for its own people: the latter only read what is agreed. */
import { Form } from '../../../../../ui/forms/form.tsx'
import { MoneyField, NumberField } from '../../../../../ui/forms/number-field.tsx'
import type { Problem } from '../../../../../ui/forms/problem.ts'
import { SubmitButton } from '../../../../../ui/forms/submit-button.tsx'
import { TextField } from '../../../../../ui/forms/text-field.tsx'
import { TranslatedField } from '../../../../../ui/forms/translated-field.tsx'
import { UnsavedGuard } from '../../../../../ui/forms/unsaved-guard.tsx'
import { useFormat, useT } from '../../../../../ui/i18n.tsx'
import { Card } from '../../../../../ui/parts/card.tsx'
import { AddressFields } from '../../../../customers/pages/address-fields.tsx'
import type { LoadedProducer } from './load.ts'
import { PictureField } from './picture-field.tsx'

type ProducerFormProps = {
  loaded: LoadedProducer
  problem: Problem | null
  values?: Readonly<Record<string, unknown>>
}

export function ProducerForm({ loaded, problem, values }: ProducerFormProps) {
  const t = useT()
  const { producer, mainLocale } = loaded
  return (
    <Form problem={problem} values={values} className="stack" encType="multipart/form-data">
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="version" value={producer.version} />
      <Card title={t('producers.profile')}>
        <div className="form">
          <TranslatedField
            name="name"
            label={t('producers.name')}
            defaultValue={producer.name}
            maxLength={160}
            mainLocale={mainLocale}
          />
          <TranslatedField
            name="region"
            label={t('producers.place')}
            hint={t('producers.placeHint')}
            defaultValue={producer.region}
            maxLength={160}
            mainLocale={mainLocale}
            optional
          />
          <TranslatedField
            name="description"
            label={t('producers.story')}
            hint={t('producers.storyHint')}
            defaultValue={producer.description}
            rows={10}
            mainLocale={mainLocale}
            optional
          />
          <NumberField
            name="foundedYear"
            label={t('producers.foundedYear')}
            defaultValue={producer.foundedYear}
            whole
            optional
          />
        </div>
      </Card>
      <Card title={t('producers.pictures')}>
        <div className="form">
          <PictureField name="logo" label={t('producers.logo')} file={producer.logoFileId} shape="square" />
          <PictureField
            name="banner"
            label={t('producers.banner')}
            file={producer.bannerFileId}
            shape="banner"
          />
        </div>
      </Card>
      <Contact producer={producer} />
      <Terms loaded={loaded} />
      <Shipping loaded={loaded} />
      <div>
        <SubmitButton>{t('producers.save')}</SubmitButton>
      </div>
      <UnsavedGuard />
    </Form>
  )
}

function Contact({ producer }: Pick<LoadedProducer, 'producer'>) {
  const t = useT()
  return (
    <Card title={t('producers.contactAndBank')}>
      <div className="form form-grid">
        <TextField
          name="email"
          type="email"
          label="E-mail"
          hint={t('producers.emailHint')}
          defaultValue={producer.email}
          autoComplete="off"
          optional
        />
        <TextField
          name="phone"
          type="tel"
          label={t('producers.phone')}
          defaultValue={producer.phone}
          autoComplete="off"
          maxLength={32}
          optional
        />
        <TextField
          name="vatNumber"
          label={t('producers.vatNumber')}
          defaultValue={producer.vatNumber}
          autoComplete="off"
          maxLength={20}
          optional
        />
        <TextField
          name="iban"
          label="IBAN"
          hint={t('producers.ibanHint')}
          defaultValue={producer.iban?.replaceAll(/(.{4})(?=.)/g, '$1 ')}
          autoComplete="off"
          maxLength={42}
          optional
        />
      </div>
    </Card>
  )
}

/** What is agreed with the house. */
function Terms({ loaded: { producer, isHouse, usualCommission } }: { loaded: LoadedProducer }) {
  const t = useT()
  const { percent } = useFormat()
  return (
    <Card title={t('producers.terms')}>
      {isHouse ? (
        <div className="form form-grid">
          <NumberField
            name="commissionPercent"
            label={t('producers.commissionPercent')}
            hint={t('producers.commissionHint', { percent: percent(usualCommission) })}
            defaultValue={producer.commissionPercent}
            after="%"
            optional
          />
          <TextField
            name="slug"
            label={t('producers.slug')}
            hint={t('producers.slugHint')}
            defaultValue={producer.slug}
            before="/producers/"
            autoComplete="off"
            maxLength={120}
          />
        </div>
      ) : (
        <p>
          {t('producers.termsOwn', { percent: percent(producer.commissionPercent ?? usualCommission) })}{' '}
          <span className="text-ink-soft">{t('producers.termsOwnText')}</span>
        </p>
      )}
    </Card>
  )
}

function Shipping({ loaded: { producer, countries, currency } }: { loaded: LoadedProducer }) {
  const t = useT()
  return (
    <Card title={t('producers.shipping')}>
      <p className="mb-4 text-ink-soft">{t('producers.shippingText')}</p>
      <div className="form form-grid">
        <MoneyField
          name="shippingFlat"
          label={t('producers.shippingFlat')}
          hint={t('producers.shippingFlatHint')}
          defaultValue={producer.shippingFlat?.amount}
          currency={currency}
          optional
        />
        <MoneyField
          name="freeShippingFrom"
          label={t('producers.freeShippingFrom')}
          hint={t('producers.freeShippingHint')}
          defaultValue={producer.freeShippingFrom?.amount}
          currency={currency}
          optional
        />
      </div>
      <fieldset className="mt-6">
        <legend className="mb-3 font-semibold">{t('producers.origin')}</legend>
        <div className="form form-grid">
          <AddressFields prefix="origin" value={producer.origin ?? null} countries={countries} optional />
        </div>
      </fieldset>
    </Card>
  )
}
