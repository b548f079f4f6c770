/** The fields of one address, in the order in which people write them. */
import type { Address } from '../../../platform/values/shapes.ts'
import { Select } from '../../../ui/forms/select.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { useT } from '../../../ui/i18n.tsx'
import type { CountryOption } from './countries.ts'

type AddressFieldsProps = {
  /** Of the fields' names, such as `shippingAddress`. */
  prefix: string
  value: Partial<Address> | null
  countries: readonly CountryOption[]
  /** For the browser's own address book. */
  kind?: 'shipping' | 'billing'
  /** Nothing here must be filled in. */
  optional?: boolean
}

export function AddressFields({ prefix, value, countries, kind = 'shipping', optional }: AddressFieldsProps) {
  const t = useT()
  const field = (name: keyof Address) => ({
    name: `${prefix}.${name}`,
    defaultValue: value?.[name],
    optional,
  })
  return (
    <>
      <TextField
        {...field('name')}
        label={t('customers.fullName')}
        autoComplete={`${kind} name`}
        maxLength={120}
      />
      <TextField
        {...field('phone')}
        type="tel"
        label={t('customers.phone')}
        autoComplete={`${kind} tel`}
        maxLength={32}
      />
      <TextField
        {...field('line1')}
        label={t('customers.line1')}
        autoComplete={`${kind} address-line1`}
        maxLength={160}
        className="field-wide"
      />
      <TextField
        {...field('line2')}
        optional
        label={t('customers.line2')}
        autoComplete={`${kind} address-line2`}
        maxLength={160}
        className="field-wide"
      />
      <TextField
        {...field('postalCode')}
        label={t('customers.postalCode')}
        autoComplete={`${kind} postal-code`}
        maxLength={16}
      />
      <TextField
        {...field('city')}
        label={t('customers.city')}
        autoComplete={`${kind} address-level2`}
        maxLength={100}
      />
      <Select
        {...field('country')}
        defaultValue={value?.country ?? countries[0]?.value}
        label={t('customers.country')}
        autoComplete={`${kind} country`}
        options={countries}
      />
    </>
  )
}

/** What to say beside a field of an address that is not right, by pointer. */
export function useAddressWording(prefix: string): Record<string, string> {
  const t = useT()
  const names = {
    name: 'fullName',
    phone: 'phone',
    line1: 'line1',
    postalCode: 'postalCode',
    city: 'city',
  } as const
  return Object.fromEntries(
    Object.entries(names).map(([name, key]) => [
      `/${prefix}/${name}`,
      t('customers.fieldWrong', { label: t(`customers.${key}`) }),
    ]),
  )
}
