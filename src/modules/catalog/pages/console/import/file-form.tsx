/** Handing in a product file: the file, and from the house whose products they are. */
import Download from 'lucide-react/icons/download'
import FileText from 'lucide-react/icons/file-text'
import { Form } from '../../../../../ui/forms/form.tsx'
import type { Problem } from '../../../../../ui/forms/problem.ts'
import { Select, type Option } from '../../../../../ui/forms/select.tsx'
import { SubmitButton } from '../../../../../ui/forms/submit-button.tsx'
import { useT } from '../../../../../ui/i18n.tsx'
import { Card } from '../../../../../ui/parts/card.tsx'
import { FileDrop } from '../../../../../ui/parts/file-drop.tsx'
import { importFormats } from '../../../import/draft.ts'

type FileFormProps = {
  producers: readonly Option[]
  problem: Problem | null
  values?: Readonly<Record<string, unknown>>
}

const mostBytes = 50 * 1024 * 1024

export function FileForm({ producers, problem, values }: FileFormProps) {
  const t = useT()
  return (
    <Card title={t('catalog.importHandIn')}>
      <Form problem={problem} values={values} encType="multipart/form-data" className="form form-grid">
        <div className="field-wide">
          <FileDrop
            name="file"
            label={t('catalog.importFile')}
            hint={t('catalog.importFileHint')}
            accept=".csv,text/csv"
            maxBytes={mostBytes}
            required
          />
        </div>
        <Select
          name="format"
          label={t('catalog.importFormat')}
          placeholder={t('catalog.importFormatAuto')}
          options={importFormats.map((value) => ({ value, label: t(`catalog.format_${value}`) }))}
          optional
        />
        {producers.length > 0 && (
          <Select
            name="producerId"
            label={t('catalog.importWhose')}
            placeholder={t('catalog.importWhoseFile')}
            options={producers}
            optional
          />
        )}
        <div className="field-wide flex flex-wrap items-center gap-x-5 gap-y-3">
          <SubmitButton>{t('catalog.importLook')}</SubmitButton>
          <span className="text-ink-soft text-sm">{t('catalog.importLookText')}</span>
        </div>
      </Form>
    </Card>
  )
}

/** Files to begin with: an empty one that shows every column, and everything there is. */
export function FilesToTake() {
  const t = useT()
  const files = [
    {
      href: '/api/v1/imports/template.csv',
      label: t('catalog.importTemplate'),
      text: t('catalog.importTemplateText'),
      icon: <FileText aria-hidden />,
    },
    {
      href: '/api/v1/products.csv',
      label: t('catalog.exportAll'),
      text: t('catalog.exportAllText'),
      icon: <Download aria-hidden />,
    },
  ]
  return (
    <Card title={t('catalog.filesToTake')}>
      <ul className="grid gap-4">
        {files.map(({ href, label, text, icon }) => (
          <li key={href} className="grid gap-1">
            <a href={href} download className="btn btn-quiet justify-self-start">
              {icon}
              {label}
            </a>
            <p className="text-ink-soft text-sm">{text}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
