/** The gallery's shop: what a visitor meets between the door and the till. */
import { useI18n } from '../i18n.tsx'
import { Form } from '../forms/form.tsx'
import { Checkbox } from '../forms/checkbox.tsx'
import { RadioCards } from '../forms/radio-cards.tsx'
import { SubmitButton } from '../forms/submit-button.tsx'
import { TextField } from '../forms/text-field.tsx'
import { PageHeader } from '../layouts/page-header.tsx'
import { CardsSkeleton } from '../layouts/skeleton.tsx'
import { Badge } from '../parts/badge.tsx'
import { Button, LinkButton } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { Disclosure } from '../parts/disclosure.tsx'
import { Money } from '../parts/money.tsx'
import { Picture } from '../parts/picture.tsx'
import { QuantityStepper } from '../parts/quantity-stepper.tsx'
import { Rating, RatingInput } from '../parts/rating.tsx'
import { Steps } from '../parts/steps.tsx'
import { samplePicture, samplePrices, samples } from './samples.ts'

export function ShopView() {
  const { locale } = useI18n()
  const { products, producers, title, text, words } = samples[locale]
  return (
    <div className="wrap stack">
      <section className="max-w-2xl py-6">
        <h1 className="font-display text-5xl font-medium tracking-tight">{title}</h1>
        <p className="mt-4 text-lg text-ink-soft">{text}</p>
        <div className="mt-6 flex flex-wrap gap-3">
          <LinkButton to="?view=shop" tone="accent" size="large">
            {words.orders}
          </LinkButton>
          <LinkButton to="?view=parts" size="large">
            {words.help}
          </LinkButton>
        </div>
      </section>
      <ul className="cards">
        {products.map((name, index) => (
          <li key={name} className="grid content-start gap-2">
            <div className="rounded-lg">
              <Picture
                image={samplePicture(index, '')}
                sizes="(min-width: 48rem) 18rem, 50vw"
                priority={index < 2}
              />
            </div>
            <p className="text-sm text-ink-faint">{producers[index]}</p>
            <h2 className="font-display text-lg leading-snug">{name}</h2>
            <Rating value={4.8 - index * 0.6} count={index * 7} />
            <p className="flex flex-wrap items-center justify-between gap-2">
              <Money
                value={{ amount: samplePrices[index]!, currency: 'EUR' }}
                className="text-lg font-semibold"
              />
              {index === 2 && <Badge tone="warn">−10%</Badge>}
            </p>
          </li>
        ))}
      </ul>
      <PageHeader title={words.shipping} crumbs={[{ to: '?view=shop', label: words.orders }]} />
      <Steps
        label={words.status}
        current="shipping"
        steps={[
          { id: 'address', label: words.name, to: '?view=shop' },
          { id: 'shipping', label: words.shipping },
          { id: 'payment', label: words.price },
        ]}
      />
      <div className="panes">
        <Form problem={null}>
          <TextField name="name" label={words.name} autoComplete="name" />
          <TextField
            name="email"
            type="email"
            label={words.email}
            autoComplete="email"
            hint={words.invalid}
          />
          <RadioCards
            name="shipping"
            label={words.shipping}
            defaultValue="acs"
            cards={[
              {
                value: 'acs',
                label: words.courier,
                hint: words.courierHint,
                aside: <Money value={{ amount: '3.50', currency: 'EUR' }} />,
              },
              {
                value: 'pickup',
                label: words.pickup,
                aside: <Money value={{ amount: '0.00', currency: 'EUR' }} />,
              },
              { value: 'none', label: 'ELTA', reason: words.refuse },
            ]}
          />
          <Checkbox name="terms" label={words.terms} />
          <SubmitButton tone="accent" size="large">
            {words.save}
          </SubmitButton>
        </Form>
        <Card title={words.total}>
          <div className="stack">
            <QuantityStepper name="quantity" label={products[0]!} />
            <Button tone="accent" wide>
              {words.add}
            </Button>
            <RatingInput name="stars" label={products[1]!} defaultValue={4} />
            <Disclosure summary={words.help}>{words.answer}</Disclosure>
          </div>
        </Card>
      </div>
      <CardsSkeleton count={4} />
    </div>
  )
}
