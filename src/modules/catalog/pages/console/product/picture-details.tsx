/** One picture's words in each language, and what can be done with it. Works as plain forms too. */
import type { useFetcher } from 'react-router'
import type { Locale } from '../../../../../platform/i18n/locales.ts'
import { Form } from '../../../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../../../ui/forms/submit-button.tsx'
import { TranslatedField } from '../../../../../ui/forms/translated-field.tsx'
import { useT } from '../../../../../ui/i18n.tsx'
import { Button } from '../../../../../ui/parts/button.tsx'
import { Disclosure } from '../../../../../ui/parts/disclosure.tsx'
import { Notice } from '../../../../../ui/parts/notice.tsx'
import type { ShownPicture } from './pictures.tsx'

type PictureDetailsProps = {
  image: ShownPicture
  label: string
  isCover: boolean
  action: string
  mainLocale: Locale
  fetcher: Pick<ReturnType<typeof useFetcher>, 'Form' | 'state'>
}

export function PictureDetails({ image, label, isCover, action, mainLocale, fetcher }: PictureDetailsProps) {
  const t = useT()
  return (
    <Disclosure summary={t('catalog.pictureDetails', { label })} name="pictures">
      <div className="grid gap-4">
        {image.fileId === null && (
          <Notice tone={image.failure ? 'bad' : 'info'}>
            {image.failure ?? t('catalog.pictureWaiting')}
            {image.sourceUrl && <span className="block break-all text-sm">{image.sourceUrl}</span>}
          </Notice>
        )}
        <Form fetcher={fetcher} problem={null} action={action}>
          <input type="hidden" name="imageId" value={image.id} />
          <TranslatedField
            name="alt"
            label={t('catalog.pictureAlt')}
            hint={t('catalog.pictureAltHint')}
            defaultValue={image.alt}
            maxLength={500}
            mainLocale={mainLocale}
            optional
          />
          <div className="flex flex-wrap gap-2">
            <SubmitButton tone="quiet" size="small" name="intent" value="describe">
              {t('catalog.pictureDescribe')}
            </SubmitButton>
            {!isCover && (
              <Button type="submit" size="small" name="intent" value="cover">
                {t('catalog.pictureMakeCover')}
              </Button>
            )}
            <Button type="submit" size="small" tone="danger" name="intent" value="remove">
              {t('catalog.pictureRemove')}
            </Button>
          </div>
        </Form>
      </div>
    </Disclosure>
  )
}
