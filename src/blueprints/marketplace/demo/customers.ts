/** Who buys in the demo market: invented people at real streets. */
import type { Address, Locale } from '../../../platform/values/shapes.ts'

export type DemoCustomer = { email: string; name: string; locale: Locale; address: Address }

const person = (
  name: string,
  email: string,
  line1: string,
  postalCode: string,
  city: string,
  country = 'GR',
  locale: Locale = country === 'GR' || country === 'CY' ? 'el' : 'en',
): DemoCustomer => ({
  email: `${email}@demo.test`,
  name,
  locale,
  address: {
    name,
    line1,
    postalCode,
    city,
    country,
    phone: country === 'GR' ? '+302100000002' : '+49300000002',
  },
})

export const demoCustomers: readonly DemoCustomer[] = [
  person('Ελένη Δημητρίου', 'customer', 'Σκουφά 41', '10673', 'Αθήνα'),
  person('Tom Whitfield', 'customer2', 'Torstraße 88', '10119', 'Berlin', 'DE'),
  person('Γιώργος Αντωνίου', 'g.antoniou', 'Τσιμισκή 64', '54622', 'Θεσσαλονίκη'),
  person('Κατερίνα Μαυρίδη', 'k.mavridi', 'Ρήγα Φεραίου 112', '26221', 'Πάτρα'),
  person('Νίκος Σταθόπουλος', 'n.stathopoulos', 'Δικαιοσύνης 17', '71202', 'Ηράκλειο'),
  person('Σοφία Καραγιάννη', 's.karagianni', 'Ερμού 210', '81100', 'Μυτιλήνη'),
  person('Δημήτρης Λάμπρου', 'd.lamprou', 'Κύπρου 33', '41222', 'Λάρισα'),
  person('Άννα Βλάχου', 'a.vlachou', 'Κασομούλη 9', '11744', 'Αθήνα'),
  person('Πέτρος Ιωαννίδης', 'p.ioannidis', 'Βενιζέλου 75', '73132', 'Χανιά'),
  person('Μαρία Θεοδώρου', 'm.theodorou', 'Αλεξάνδρας 14', '49100', 'Κέρκυρα'),
  person('Χρήστος Παπαγεωργίου', 'c.papageorgiou', 'Μιχαήλ Αγγέλου 5', '45332', 'Ιωάννινα'),
  person('Ιωάννα Σαρρή', 'i.sarri', 'Φιλελλήνων 28', '18536', 'Πειραιάς'),
  person('Βασίλης Κοντός', 'v.kontos', 'Ιάσονος 51', '38221', 'Βόλος'),
  person('Δέσποινα Ραπτοπούλου', 'd.raptopoulou', 'Κουντουριώτου 3', '85100', 'Ρόδος'),
  person('Στέλιος Μιχαηλίδης', 's.michailidis', 'Λήδρας 102', '1011', 'Λευκωσία', 'CY'),
  person('Claire Dubois', 'c.dubois', '12 rue des Martyrs', '75009', 'Paris', 'FR'),
  person('Anna Schneider', 'a.schneider', 'Leopoldstraße 40', '80802', 'München', 'DE'),
  person('Marco Bianchi', 'm.bianchi', 'Via Solferino 21', '20121', 'Milano', 'IT'),
  person('Sanne de Vries', 's.devries', 'Herengracht 180', '1016BR', 'Amsterdam', 'NL'),
  person('Αλέξανδρος Γκίκας', 'a.gkikas', 'Πανόρμου 60', '11523', 'Αθήνα'),
  person('Ευαγγελία Ζήση', 'e.zisi', 'Μεγάλου Αλεξάνδρου 8', '69100', 'Κομοτηνή'),
  person('Θανάσης Ρούσσος', 't.roussos', 'Χώρα', '84300', 'Νάξος'),
  person('Φωτεινή Αργυρίου', 'f.argyriou', 'Φηρά', '84700', 'Σαντορίνη'),
  person('Μιχάλης Τζανής', 'm.tzanis', 'Απλωταριάς 44', '82100', 'Χίος'),
  person('Λουκία Παππά', 'l.pappa', 'Αγίου Δημητρίου 19', '17343', 'Αθήνα'),
  person('Κώστας Νικολάου', 'k.nikolaou', 'Αριστοτέλους 26', '54624', 'Θεσσαλονίκη'),
  person('Ειρήνη Χατζή', 'e.chatzi', '25ης Αυγούστου 11', '71201', 'Ηράκλειο'),
  person('Παναγιώτης Δρόσος', 'p.drosos', 'Λεωφόρος Κηφισίας 120', '15125', 'Μαρούσι'),
  person('Ζωή Αναγνώστου', 'z.anagnostou', 'Αγγελικής Χατζημιχάλη 7', '10558', 'Αθήνα'),
  person('Ορέστης Μπάρκας', 'o.barkas', 'Παύλου Μελά 15', '54621', 'Θεσσαλονίκη'),
]
