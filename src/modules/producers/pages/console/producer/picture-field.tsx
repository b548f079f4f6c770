/** One picture of a producer: the one there is, another one in its place, or none. */
import { Photo } from '../../../../../frames/shop/photo.tsx'
import { Checkbox } from '../../../../../ui/forms/checkbox.tsx'
import { useT } from '../../../../../ui/i18n.tsx'
import { FileDrop } from '../../../../../ui/parts/file-drop.tsx'

type PictureFieldProps = {
  name: 'logo' | 'banner'
  label: string
  file: string | null
  shape: 'square' | 'banner'
}

const mostBytes = 10_000_000

export function PictureField({ name, label, file, shape }: PictureFieldProps) {
  const t = useT()
  return (
    <div className="producer-picture" data-shape={shape}>
      {file && <Photo file={file} alt={label} sizes={shape === 'square' ? '6rem' : '24rem'} shape={shape} />}
      <div className="min-w-0 flex-1">
        <FileDrop
          name={name}
          label={file ? t('producers.replacePicture', { label }) : t('producers.addPicture', { label })}
          hint={t(shape === 'square' ? 'producers.logoHint' : 'producers.bannerHint')}
          accept="image/*"
          maxBytes={mostBytes}
        />
        {file && <Checkbox name={`${name}.remove`} label={t('producers.removePicture', { label })} />}
      </div>
    </div>
  )
}
