/** Commands that bring something to be: the demo, an organisation, a member. */
import { commandContext, organizationNamed } from '../src/founder/operations/open.ts'
import { addUser } from '../src/founder/operations/users.ts'
import type { Role } from '../src/platform/access/roles.ts'
import { createOrganization } from '../src/platform/tenancy/organization.ts'
import { acting, type Given, print, Refused } from './command.ts'

export const seed = (): Promise<boolean> =>
  acting(
    async (services) => {
      const { seedDemo } = await import('../src/blueprints/marketplace/seed.ts')
      const seedRest = await seedDemo(services, services.env.STOA_BLUEPRINT)
      await seedRest()
      print('The demo market is there.')
      return true
    },
    { isNew: true },
  )

export const addOrganization = ({ options }: Given): Promise<boolean> => {
  const { slug, name, blueprint = 'marketplace' } = options
  if (!slug || !name) throw new Refused('Say --slug and --name.')
  if (!/^[a-z][a-z0-9-]{1,40}$/.test(slug))
    throw new Refused(
      'A slug begins with a letter and has small letters, digits and hyphens: it is part of an address.',
    )
  return acting(
    async (services) => {
      const made = await createOrganization(services, { slug, name, blueprint })
      print(`${made.slug} ${made.id}`)
      return true
    },
    { isNew: true },
  )
}

export const addMember = ({ options }: Given): Promise<boolean> => {
  const { email, name, roles, password } = options
  if (!email || !name || !roles)
    throw new Refused('Say --email, --name and --roles (such as owner or producer,customer).')
  return acting(async (services) => {
    const organization = await organizationNamed(services, options['organization'])
    const added = await addUser(commandContext(services, organization), {
      email,
      name,
      roles: roles.split(',').map((role) => role.trim()) as Role[],
      password,
    })
    const account = added.isNewAccount ? 'A new account' : 'The account that was there, with its password,'
    print([
      `${account} is a member of ${organization.slug} as ${added.member.roles.join(', ')}.`,
      ...(added.passwordLink ? [`To choose a password, within two days: ${added.passwordLink}`] : []),
    ])
    return true
  })
}
