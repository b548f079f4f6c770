/** The roles to tick, each with what it may, and the producers somebody acts for. */
import { type Role, roles } from '../../../platform/access/roles.ts'
import { useField } from '../../../ui/forms/form-context.ts'
import { useT } from '../../../ui/i18n.tsx'
import { roleLabel } from './member-labels.ts'

type Props = {
  held: readonly Role[]
  /** What the reader may give and take; the rest stays as it is. */
  givable: readonly Role[]
  producers: readonly { id: string; name: string }[]
  producerIds: readonly string[]
}

export function RoleFields({ held, givable, producers, producerIds }: Props) {
  const t = useT()
  const { id, error } = useField('roles')
  return (
    <>
      <fieldset className="field" data-invalid={error ? true : undefined}>
        <legend className="field-label">{t('organization.roles')}</legend>
        <div className="grid gap-x-6 gap-y-2 md:grid-cols-2">
          {roles.map((role, index) => {
            const isFixed = !givable.includes(role)
            return (
              <div key={role} className="check">
                {/* A box that cannot be changed is not sent by browsers, and its role must not be lost. */}
                {isFixed && held.includes(role) && <input type="hidden" name="roles" value={role} />}
                <input
                  type="checkbox"
                  id={index === 0 ? id : `${id}-${role}`}
                  name={isFixed ? undefined : 'roles'}
                  value={role}
                  defaultChecked={held.includes(role)}
                  disabled={isFixed}
                  aria-describedby={`${id}-${role}-hint`}
                />
                <label htmlFor={index === 0 ? id : `${id}-${role}`}>{roleLabel(t, role)}</label>
                <p id={`${id}-${role}-hint`} className="field-hint">
                  {t('organization.roleHint', { role })}
                </p>
              </div>
            )
          })}
        </div>
        {error && <p className="field-error">{error}</p>}
      </fieldset>
      {producers.length > 0 && (
        <fieldset className="field">
          <legend className="field-label">{t('organization.producers')}</legend>
          <p className="field-hint">{t('organization.producersHint')}</p>
          <div className="grid gap-x-6 md:grid-cols-2 xl:grid-cols-3">
            {producers.map((producer) => (
              <div key={producer.id} className="check">
                <input
                  type="checkbox"
                  id={`${id}-${producer.id}`}
                  name="producerIds"
                  value={producer.id}
                  defaultChecked={producerIds.includes(producer.id)}
                />
                <label htmlFor={`${id}-${producer.id}`}>{producer.name}</label>
              </div>
            ))}
          </div>
        </fieldset>
      )}
    </>
  )
}
