/** The main button of a form; while the form is sent it shows that, and takes no second press. */
import { Button, type ButtonProps } from '../parts/button.tsx'
import { useFormState } from './form-context.ts'

export function SubmitButton({ tone = 'primary', pending, ...props }: ButtonProps) {
  const { isPending } = useFormState()
  return <Button {...props} type="submit" tone={tone} pending={pending ?? isPending} />
}
