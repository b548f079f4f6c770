/** Who books with the demo's service company. The first two have accounts. */
import type { Address } from '../../../platform/values/shapes.ts'

const athens = (name: string, line1: string, postalCode: string, city = 'Αθήνα'): Address => ({
  name,
  line1,
  postalCode,
  city,
  country: 'GR',
})

export const demoClients: { name: string; email: string; phone: string; address: Address }[] = [
  {
    name: 'Αλεξάνδρα Μαυρίδη',
    email: 'customer@demo.test',
    phone: '+30 210 0000101',
    address: athens('Αλεξάνδρα', 'Πατησίων 112', '11257'),
  },
  {
    name: 'Νικηφόρος Δούκας',
    email: 'customer2@demo.test',
    phone: '+30 210 0000102',
    address: athens('Νικηφόρος', 'Αιγαίου 14', '17124', 'Νέα Σμύρνη'),
  },
  ...(
    [
      ['Σοφία Λαμπρινού', 'sofia', 'Ιπποκράτους 88', '11472'],
      ['Θανάσης Γκίκας', 'thanasis', 'Κηφισίας 210', '15231', 'Χαλάνδρι'],
      ['Μαρίνα Ξυδάκη', 'marina', 'Ερμού 45', '10563'],
      ['Οδοντιατρείο Παππά', 'pappas-dental', 'Μιχαλακοπούλου 60', '11528'],
      ['Βασίλης Ρούσσος', 'vasilis', 'Γρηγορίου Λαμπράκη 9', '18534', 'Πειραιάς'],
      ['Ιωάννα Φραγκούλη', 'ioanna', 'Λεωφόρος Μαραθώνος 31', '19005', 'Νέα Μάκρη'],
      ['Café Ανεμώνη', 'anemoni', 'Δροσοπούλου 3', '11257'],
      ['Στέλιος Κατσαρός', 'stelios', 'Αγίας Λαύρας 22', '11141'],
      ['Δήμητρα Νικολάου', 'dimitra', 'Ηρακλείτου 7', '10673'],
      ['Αρχιτέκτονες Όρθιο', 'orthio', 'Σαρρή 18', '10554'],
    ] as [string, string, string, string, string?][]
  ).map(([name, mail, line1, code, city], n) => ({
    name,
    email: `${mail}@people.test`,
    phone: `+30 210 00002${String(n).padStart(2, '0')}`,
    address: athens(name, line1, code, city),
  })),
]
