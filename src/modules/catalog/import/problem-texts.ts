/** Every problem an import can name: how grave it is, and its sentence in both languages. `{x}` is filled from the params. */

/** An error refuses the product; a warning says what was changed or left out. */
export type Severity = 'error' | 'warning'

type Text = { severity: Severity; en: string; el: string }
const error = (en: string, el: string): Text => ({ severity: 'error', en, el })
const warning = (en: string, el: string): Text => ({ severity: 'warning', en, el })

export const problemTexts = {
  // The file as a whole
  empty_file: error('The file is empty.', 'Το αρχείο είναι κενό.'),
  file_too_large: error(
    'The file has {megabytes} MB; at most {limit} MB can be imported. Split it in parts.',
    'Το αρχείο έχει {megabytes} MB· το όριο είναι {limit} MB. Χωρίστε το σε μέρη.',
  ),
  too_many_rows: error(
    'The file has more than {limit} rows. Split it in parts.',
    'Το αρχείο έχει περισσότερες από {limit} γραμμές. Χωρίστε το σε μέρη.',
  ),
  too_many_columns: error(
    'The header has {count} columns; at most {limit} can be read.',
    'Η κεφαλίδα έχει {count} στήλες· διαβάζονται έως {limit}.',
  ),
  cell_too_long: error(
    'Row {row}, column “{column}” has more than {limit} characters. Is a quotation mark missing before it?',
    'Γραμμή {row}, στήλη «{column}»: περισσότεροι από {limit} χαρακτήρες. Μήπως λείπουν εισαγωγικά πιο πριν;',
  ),
  quote_not_closed: error(
    'A quotation mark opened in row {row} is never closed.',
    'Τα εισαγωγικά που ανοίγουν στη γραμμή {row} δεν κλείνουν ποτέ.',
  ),
  unreadable_csv: error(
    'Row {row} cannot be read as CSV: {reason}',
    'Η γραμμή {row} δεν διαβάζεται ως CSV: {reason}',
  ),
  unknown_format: error(
    'The columns are those of no known product file. Shopify’s, WooCommerce’s and our own CSV are read.',
    'Οι στήλες δεν ανήκουν σε γνωστό αρχείο προϊόντων. Διαβάζονται τα CSV του Shopify, του WooCommerce και το δικό μας.',
  ),
  duplicate_column: error('The column “{column}” appears twice.', 'Η στήλη «{column}» υπάρχει δύο φορές.'),
  missing_column: error('The column “{column}” is missing.', 'Λείπει η στήλη «{column}».'),
  column_ignored: warning(
    'The column “{column}” is not imported; {count} rows have a value in it.',
    'Η στήλη «{column}» δεν εισάγεται· έχουν τιμή {count} γραμμές.',
  ),

  // A row as a whole
  ragged_row: error(
    'This row has {cells} cells, the header has {columns}. Is a quotation mark or a separator missing?',
    'Αυτή η γραμμή έχει {cells} κελιά, η κεφαλίδα {columns}. Μήπως λείπουν εισαγωγικά ή διαχωριστικό;',
  ),
  damaged_text: error(
    'Contains characters that are not text (damaged encoding or a zero byte).',
    'Περιέχει χαρακτήρες που δεν είναι κείμενο (χαλασμένη κωδικοποίηση ή μηδενικό byte).',
  ),
  empty_row: warning(
    'This row says nothing about a variant or an image and was skipped.',
    'Η γραμμή δεν περιγράφει παραλλαγή ή εικόνα και παραλείφθηκε.',
  ),
  refused_with: error(
    'Refused together with row {row} of the same product.',
    'Απορρίφθηκε μαζί με τη γραμμή {row} του ίδιου προϊόντος.',
  ),

  // Identity
  missing_handle: error('The product’s key is missing.', 'Λείπει το κλειδί του προϊόντος.'),
  bad_slug: error(
    'Only small Latin letters, digits and single hyphens make an address, such as “olive-oil-500”.',
    'Η διεύθυνση θέλει μόνο μικρά λατινικά γράμματα, ψηφία και απλές παύλες, π.χ. «olive-oil-500».',
  ),
  missing_name: error('The product has no name.', 'Το προϊόν δεν έχει όνομα.'),
  conflicting_name: error(
    'Row {row} gives the same product another name, “{name}”.',
    'Η γραμμή {row} δίνει στο ίδιο προϊόν άλλο όνομα, «{name}».',
  ),
  conflicting_value: warning(
    'Row {row} already gave the product “{value}”; this value was left out.',
    'Η γραμμή {row} έδωσε ήδη στο προϊόν την τιμή «{value}»· αυτή εδώ παραλείφθηκε.',
  ),
  duplicate_product: error('Row {row} is already this product.', 'Η γραμμή {row} είναι ήδη αυτό το προϊόν.'),
  duplicate_sku: error(
    'The SKU “{sku}” is already used in row {row}.',
    'Ο κωδικός «{sku}» χρησιμοποιείται ήδη στη γραμμή {row}.',
  ),
  duplicate_variant: error(
    'Row {row} already has the same option values.',
    'Η γραμμή {row} έχει ήδη τις ίδιες τιμές επιλογών.',
  ),
  missing_option: error(
    'The value of “{option}” is missing; the other variants have one.',
    'Λείπει η τιμή για «{option}»· οι άλλες παραλλαγές την έχουν.',
  ),
  too_many_variants: error(
    'A product can have at most {limit} variants; this one has {count}.',
    'Ένα προϊόν μπορεί να έχει έως {limit} παραλλαγές· αυτό έχει {count}.',
  ),
  no_variants: error('The product has no variant to sell.', 'Το προϊόν δεν έχει παραλλαγή προς πώληση.'),
  unsupported_type: error(
    'Products of the type “{type}” cannot be imported.',
    'Προϊόντα τύπου «{type}» δεν εισάγονται.',
  ),
  grouped_type: error(
    'A grouped product only lists others; its members are imported by themselves.',
    'Το ομαδοποιημένο προϊόν μόνο παραπέμπει σε άλλα· τα μέλη του εισάγονται ξεχωριστά.',
  ),
  external_type: error(
    'An external product is sold on another site and cannot be sold here.',
    'Το εξωτερικό προϊόν πωλείται σε άλλον ιστότοπο και δεν μπορεί να πωληθεί εδώ.',
  ),
  downloadable_type: error(
    'Downloadable products have files that the CSV does not carry.',
    'Τα μεταφορτώσιμα προϊόντα έχουν αρχεία που το CSV δεν περιέχει.',
  ),
  gift_card: error('Gift cards cannot be imported as goods.', 'Οι δωροκάρτες δεν εισάγονται ως προϊόντα.'),
  parent_missing: error(
    'The product “{parent}” that this variation belongs to is not in the file.',
    'Το προϊόν «{parent}» στο οποίο ανήκει η παραλλαγή δεν υπάρχει στο αρχείο.',
  ),

  // Values
  too_long: error(
    'At most {limit} characters fit here; this has {count}.',
    'Χωρούν έως {limit} χαρακτήρες· εδώ υπάρχουν {count}.',
  ),
  shortened_code: error(
    'A spreadsheet shortened this number and its digits are lost. Format the column as text and enter it again.',
    'Το λογιστικό φύλλο συντόμευσε τον αριθμό και τα ψηφία χάθηκαν. Ορίστε τη στήλη ως κείμενο και γράψτε τον ξανά.',
  ),
  missing_price: error('The price is missing.', 'Λείπει η τιμή.'),
  bad_number: error('This is not a number.', 'Αυτό δεν είναι αριθμός.'),
  ambiguous_number: error(
    'This can be read as {large} or as {small}. Write it without a thousands separator and with two decimals.',
    'Διαβάζεται είτε ως {large} είτε ως {small}. Γράψτε το χωρίς διαχωριστικό χιλιάδων και με δύο δεκαδικά.',
  ),
  too_precise: error('At most {scale} decimals can be kept.', 'Κρατιούνται έως {scale} δεκαδικά.'),
  negative_number: error('This must not be below zero.', 'Δεν μπορεί να είναι κάτω από το μηδέν.'),
  number_too_large: error('This number is too large.', 'Ο αριθμός είναι υπερβολικά μεγάλος.'),
  not_whole: error('This must be a whole number.', 'Πρέπει να είναι ακέραιος αριθμός.'),
  not_positive: error('This must be above zero.', 'Πρέπει να είναι πάνω από το μηδέν.'),
  wrong_currency: error(
    'The price is in {found}, the shop sells in {expected}.',
    'Η τιμή είναι σε {found}, ενώ το κατάστημα πουλά σε {expected}.',
  ),
  bad_status: error('Must be one of: {allowed}.', 'Πρέπει να είναι ένα από: {allowed}.'),
  bad_vat_class: error('Must be one of: {allowed}.', 'Πρέπει να είναι ένα από: {allowed}.'),
  bad_unit: error('Must be one of: {allowed}.', 'Πρέπει να είναι ένα από: {allowed}.'),
  bad_list: error('“{part}” is not of the form name=value.', 'Το «{part}» δεν έχει τη μορφή όνομα=τιμή.'),
  bad_flag: warning(
    'This is neither yes nor no; the usual value was taken.',
    'Δεν είναι ούτε ναι ούτε όχι· λήφθηκε η συνηθισμένη τιμή.',
  ),
  free_product: warning('The price is zero.', 'Η τιμή είναι μηδέν.'),
  compare_at_not_higher: warning(
    'The former price is not above the price and was left out.',
    'Η αρχική τιμή δεν είναι μεγαλύτερη από την τιμή και παραλείφθηκε.',
  ),
  sale_not_lower: warning(
    'The sale price is not below the regular price and was left out.',
    'Η τιμή προσφοράς δεν είναι μικρότερη από την κανονική και παραλείφθηκε.',
  ),
  dated_sale: warning(
    'The sale’s dates are not kept; the price of today was taken.',
    'Οι ημερομηνίες της προσφοράς δεν κρατιούνται· λήφθηκε η σημερινή τιμή.',
  ),
  negative_stock: warning(
    'A stock below zero cannot be kept and was read as 0.',
    'Απόθεμα κάτω από το μηδέν δεν γίνεται να κρατηθεί και διαβάστηκε ως 0.',
  ),
  untracked_stock: warning(
    'The old shop did not count this stock. Enter the quantity, or it is sold out.',
    'Το παλιό κατάστημα δεν μετρούσε αυτό το απόθεμα. Συμπληρώστε την ποσότητα, αλλιώς είναι εξαντλημένο.',
  ),
  shared_stock: warning(
    'The variations shared the product’s stock. Enter a quantity for each.',
    'Οι παραλλαγές μοιράζονταν το απόθεμα του προϊόντος. Συμπληρώστε ποσότητα για καθεμία.',
  ),
  backorders_dropped: warning(
    'Selling beyond the stock is not carried over.',
    'Η πώληση πέρα από το απόθεμα δεν μεταφέρεται.',
  ),
  bad_image_url: warning(
    'This is no web address of an image and was left out.',
    'Δεν είναι διαδικτυακή διεύθυνση εικόνας και παραλείφθηκε.',
  ),
  duplicate_image: warning('The product has this image already.', 'Το προϊόν έχει ήδη αυτή την εικόνα.'),
  vat_class_unknown: warning(
    'The tax class is unknown here; the usual one applies.',
    'Η φορολογική κλάση δεν είναι γνωστή εδώ· ισχύει η συνηθισμένη.',
  ),
  mixed_tax: warning(
    'Some variants are taxed and some are not; the product’s usual class applies.',
    'Άλλες παραλλαγές φορολογούνται και άλλες όχι· ισχύει η συνηθισμένη κλάση.',
  ),
  hidden_as_draft: warning(
    'The old shop hid this product; it becomes a draft.',
    'Το παλιό κατάστημα έκρυβε το προϊόν· γίνεται πρόχειρο.',
  ),
  category_as_tag: warning(
    'A product has one category, “{category}”; the others became tags.',
    'Κάθε προϊόν έχει μία κατηγορία, «{category}»· οι άλλες έγιναν ετικέτες.',
  ),
  variant_disabled: warning(
    'This variation was switched off in the old shop and was left out.',
    'Η παραλλαγή ήταν απενεργοποιημένη στο παλιό κατάστημα και παραλείφθηκε.',
  ),
  variation_text: warning(
    'A variation has no description of its own; this text was left out.',
    'Οι παραλλαγές δεν έχουν δική τους περιγραφή· το κείμενο παραλείφθηκε.',
  ),
  html_cleaned: warning(
    'Scripts, frames or styles in the description were removed.',
    'Αφαιρέθηκαν σενάρια, πλαίσια ή στυλ από την περιγραφή.',
  ),
  control_characters: warning(
    'Invisible control characters were removed.',
    'Αφαιρέθηκαν αόρατοι χαρακτήρες ελέγχου.',
  ),

  // Against what the shop has
  missing_producer: error(
    'The file does not say whose product this is. Choose a producer for the whole file.',
    'Το αρχείο δεν λέει ποιανού είναι το προϊόν. Επιλέξτε παραγωγό για όλο το αρχείο.',
  ),
  unknown_producer: error(
    'There is no producer called “{vendor}”.',
    'Δεν υπάρχει παραγωγός με το όνομα «{vendor}».',
  ),
  slug_taken: error(
    'The address “{slug}” belongs to another producer’s product.',
    'Η διεύθυνση «{slug}» ανήκει σε προϊόν άλλου παραγωγού.',
  ),
  sku_taken: error('The SKU “{sku}” belongs to another product.', 'Ο κωδικός «{sku}» ανήκει σε άλλο προϊόν.'),
  skus_of_two: error(
    'The SKUs of this product belong to two different products here.',
    'Οι κωδικοί αυτού του προϊόντος ανήκουν εδώ σε δύο διαφορετικά προϊόντα.',
  ),
  unknown_category: warning(
    'There is no category “{category}” here; the product goes without, or into the one above it.',
    'Δεν υπάρχει εδώ κατηγορία «{category}»· το προϊόν μένει χωρίς ή μπαίνει στην ανώτερη.',
  ),
  category_created: warning(
    'The category “{category}” will be created.',
    'Θα δημιουργηθεί η κατηγορία «{category}».',
  ),
  could_not_write: error(
    'The product could not be written: {reason}',
    'Το προϊόν δεν μπόρεσε να γραφτεί: {reason}',
  ),
} satisfies Record<string, Text>

export type ProblemCode = keyof typeof problemTexts
